/**
 * Drop path (stochastic depth): while training, a sample's whole branch is
 * zeroed with probability `rate`.
 *
 * x · mask / keep, one mask for each sample (Huang et al. 2016; the name is
 * from Larsson et al. 2016, and timm's). It multiplies by zero and skips no
 * computation.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import { masked, type DropoutTrace } from './dropout.ts';
import type { Mode } from './mode.ts';

/**
 * x · mask / keep: [B, ...] → [B, ...], with a mask of [B, 1, …, 1]; x
 * itself at evaluation.
 */
export function dropPath(
  x: Tensor,
  rate: number,
  mode: Mode,
): DropoutTrace {
  const [batch, ...rest] = x.shape;
  return masked(x, [batch, ...rest.map(() => 1)], rate, mode);
}

/** The linear rule: `linspace(0, rate, depth)`, one rate for each block. */
export function dropPathRates(rate: number, depth: number): number[] {
  return Array.from({ length: depth }, (_, block) =>
    depth > 1 ? (rate * block) / (depth - 1) : 0,
  );
}
