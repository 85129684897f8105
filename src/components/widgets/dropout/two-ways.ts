/** One number under both forms of dropout, from the same masks. */
import type { DropoutDrawsResult } from '../../../lib/engine/computations/dropout-draws.ts';
import { columnOf, runningMean, type RunningMean } from '../../../lib/figures/running-mean.ts';

export interface Way extends RunningMean {
  /** What a kept number becomes while training. */
  kept: number;
  /** What inference makes of it: the expectation of training. */
  inference: number;
}

export interface TwoWays {
  /** The number itself. */
  x: number;
  /** How many of the draws kept it. */
  times: number;
  /** Grown while training, left alone at inference. */
  inverted: Way;
  /** Left alone while training, shrunk at inference. */
  original: Way;
}

export function twoWays(
  { output, mask }: DropoutDrawsResult,
  x: number,
  { rate, draws, unit, units }: { rate: number; draws: number; unit: number; units: number },
): TwoWays {
  const keep = 1 - rate;
  const grown = columnOf(output, units, unit, draws);
  const kept = columnOf(mask, units, unit, draws).map((one) => (one > 0 ? 1 : 0));
  return {
    x,
    times: kept.reduce((sum, one) => sum + one, 0),
    inverted: { ...runningMean(grown), kept: x / keep, inference: x },
    original: { ...runningMean(kept.map((one) => one * x)), kept: x, inference: keep * x },
  };
}
