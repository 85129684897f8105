/**
 * Batch norm: each channel is normalised over everything else, other
 * samples included.
 *
 * γ (x − μ) / √(σ² + ε) + β for each of the D numbers of a token over [B,
 * T], or each channel of an image over [B, H, W] (Ioffe and Szegedy 2015).
 * While training, μ and σ² (biased) are the batch's own, and running
 * averages follow them: r ← (1 − momentum) r + momentum · batch, with the
 * *unbiased* variance, as in PyTorch. At evaluation the running ones are
 * used.
 */
import {
  add,
  mean,
  mul,
  ones,
  rsqrt,
  square,
  sub,
  zeros,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { Mode } from './mode.ts';

export const batchNormDefaults = { epsilon: 1e-5, momentum: 0.1 };

export interface BatchNormParameters {
  /** γ: [D]. */
  weight: Tensor;
  /** β: [D]. */
  bias: Tensor;
}

/** Running averages: state, not parameters. */
export interface BatchNormState {
  /** [D]. */
  mean: Tensor;
  /** Unbiased: [D]. */
  variance: Tensor;
}

export interface BatchNormTrace {
  /** μ: [D]. */
  mean: Tensor;
  /** σ²: [D]. */
  variance: Tensor;
  /** As x. */
  normalised: Tensor;
  /** As x. */
  output: Tensor;
  /** The running averages afterwards. */
  state: BatchNormState;
}

export function initBatchNorm({ embedDim }: { embedDim: number }): {
  params: BatchNormParameters;
  state: BatchNormState;
} {
  return {
    params: { weight: ones([embedDim]), bias: zeros([embedDim]) },
    state: { mean: zeros([embedDim]), variance: ones([embedDim]) },
  };
}

/**
 * weight · (x − mean) / √(variance + epsilon) + bias: [..., D] → [..., D].
 * Throws a RangeError when a channel has but one value while training, as
 * PyTorch does: it would come out as the bias, whatever it was.
 */
export function batchNorm(
  { weight, bias }: BatchNormParameters,
  state: BatchNormState,
  x: Tensor,
  mode: Mode,
  { epsilon, momentum } = batchNormDefaults,
): BatchNormTrace {
  const count = x.size / weight.size;
  if (mode.training && count < 2)
    throw new RangeError(
      `batch norm: ${count} value for each channel, training needs 2 or more`,
    );
  const batch = mode.training ? batchStatistics(x) : state;
  const normalised = mul(
    sub(x, batch.mean),
    rsqrt(add(batch.variance, epsilon)),
  );
  return {
    mean: batch.mean,
    variance: batch.variance,
    normalised,
    output: add(mul(normalised, weight), bias),
    state: mode.training ? followed(state, batch, count, momentum) : state,
  };
}

/** Mean and biased variance over all axes but the last: [D] each. */
function batchStatistics(x: Tensor): BatchNormState {
  const axes = x.shape.slice(0, -1).map((_, axis) => axis);
  const average = mean(x, axes);
  return { mean: average, variance: mean(square(sub(x, average)), axes) };
}

/**
 * The running averages, one step nearer to a batch of `count` values a
 * channel.
 */
function followed(
  running: BatchNormState,
  batch: BatchNormState,
  count: number,
  momentum: number,
): BatchNormState {
  const towards = (old: Tensor, fresh: Tensor, factor: number) =>
    add(mul(old, 1 - momentum), mul(fresh, momentum * factor));
  return {
    mean: towards(running.mean, batch.mean, 1),
    variance: towards(
      running.variance,
      batch.variance,
      count / (count - 1),
    ),
  };
}
