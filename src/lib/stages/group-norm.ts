/**
 * Group norm: the channels of a sample are dealt into groups, and each
 * group is normalised over all positions together.
 *
 * γ (x − μ) / √(σ² + ε) + β, with μ and σ² (biased) over the positions and
 * the channels of a group (Wu and He 2018). One group is a layer norm of
 * the whole sample, as many groups as channels an instance norm. ε is 1e-5
 * as in `nn.GroupNorm`; γ and β are one number for each channel.
 */
import {
  add,
  mean,
  mul,
  reshape,
  rsqrt,
  square,
  sub,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { divided } from '../tensors/letters.ts';

export const groupNormEpsilon = 1e-5;

export interface GroupNormConfig {
  /** Must divide the channels. */
  groups: number;
  /** ε. */
  epsilon?: number;
}

export interface GroupNormParameters {
  /** γ: [D]. */
  weight: Tensor;
  /** β: [D]. */
  bias: Tensor;
}

export interface GroupNormTrace {
  /** μ: [B, groups]. */
  mean: Tensor;
  /** σ²: [B, groups]. */
  variance: Tensor;
  /** As x. */
  normalised: Tensor;
  /** As x. */
  output: Tensor;
}

/**
 * [B, ..., D] → [B, ..., D]. Throws a RangeError when the groups do not
 * divide D.
 */
export function groupNorm(
  { weight, bias }: GroupNormParameters,
  x: Tensor,
  { groups, epsilon = groupNormEpsilon }: GroupNormConfig,
): GroupNormTrace {
  const [B, D] = [x.shape[0], x.shape[x.rank - 1]];
  const width = divided('group norm', ['channels', D], ['groups', groups]);
  const grouped = reshape(x, [B, -1, groups, width]);
  const average = mean(grouped, [1, 3], true); // [B, 1, groups, 1]
  const centred = sub(grouped, average);
  const variance = mean(square(centred), [1, 3], true);
  const normalised = reshape(
    mul(centred, rsqrt(add(variance, epsilon))),
    x.shape,
  );
  return {
    mean: reshape(average, [B, groups]),
    variance: reshape(variance, [B, groups]),
    normalised,
    output: add(mul(normalised, weight), bias),
  };
}
