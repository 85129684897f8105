/** What the masks of a batch come to, in plain numbers. */
import type { DropPathFlowResult } from '../../../lib/engine/computations/drop-path-flow.ts';
import { depthsOf, vanished } from '../../../lib/figures/drop-path-figure.ts';

export interface Counts {
  /** Whether each branch was added: [L, 2, B]. */
  kept: boolean[];
  /** Blocks' worth of branches of each sample: [B]. */
  depths: number[];
  mean: number;
  /** Expected: the sum of 1 − rate over the blocks. */
  expectedDepth: number;
  /** How many depths differ from each other. */
  distinct: number;
  /** Times that a sample passed a block unchanged, and the expectation of that. */
  vanished: number;
  expectedVanished: number;
}

export function countsOf(result: DropPathFlowResult, oneDraw: boolean): Counts {
  const { factors, rates, shape } = result;
  const { batch } = shape;
  // A factor is 0 or at least 1, up to rounding.
  const kept = Array.from(factors, (factor) => factor > 0.5);
  const depths = depthsOf({ kept, batch });
  const sum = (of: readonly number[]) => of.reduce((total, one) => total + one, 0);
  return {
    kept,
    depths,
    mean: sum(depths) / batch,
    expectedDepth: sum(rates.map((rate) => 1 - rate)),
    distinct: new Set(depths).size,
    vanished: vanished({ kept, batch }),
    expectedVanished: batch * sum(rates.map((rate) => (oneDraw ? rate : rate ** 2))),
  };
}
