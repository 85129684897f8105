/**
 * LN of Eq. 2 to 4: every token alone is brought to mean 0 and variance 1,
 * then scaled and shifted.
 *
 * LN(x) = γ (x − μ) / √(σ² + ε) + β, with μ and σ² (biased) over the last
 * axis of a sequence, or over the last three of images [B, H, W, C] when γ
 * is [H, W, C] (Ba et al. 2016). ε is 1e-6 as in timm and torchvision;
 * `nn.LayerNorm` itself has 1e-5.
 */
import {
  add,
  mul,
  ones,
  reshape,
  rsqrt,
  sub,
  zeros,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { expectShape } from '../tensors/letters.ts';
import { rowMean } from '../tensors/row-mean.ts';

export const layerNormEpsilon = 1e-6;

export interface LayerNormParameters {
  /** γ, of the shape that is normalised together: [D], or [H, W, C]. */
  weight: Tensor;
  /** β, of the same shape. */
  bias: Tensor;
}

export interface LayerNormTrace {
  /** μ: [..., 1], or [B, 1, 1, 1]. */
  mean: Tensor;
  /** σ²: as μ. */
  variance: Tensor;
  /** (x − μ) / √(σ² + ε): as x. */
  normalised: Tensor;
  /** As x. */
  output: Tensor;
}

export function initLayerNorm({
  embedDim,
}: {
  embedDim: number;
}): LayerNormParameters {
  return { weight: ones([embedDim]), bias: zeros([embedDim]) };
}

/**
 * weight · (x − mean) / √(variance + epsilon) + bias over the last axes, as
 * many as the weight has. Throws a RangeError when x ends otherwise.
 */
export function layerNorm(
  { weight, bias }: LayerNormParameters,
  x: Tensor,
  epsilon = layerNormEpsilon,
): LayerNormTrace {
  const mean = groupMean(x, weight.shape);
  const centred = sub(x, mean);
  const variance = groupMean(mul(centred, centred), weight.shape);
  const normalised = mul(centred, rsqrt(add(variance, epsilon)));
  return {
    mean,
    variance,
    normalised,
    output: add(mul(normalised, weight), bias),
  };
}

/**
 * The mean over the last axes, whose shape is `group`, each left as an axis
 * of one.
 */
function groupMean(x: Tensor, group: number[]): Tensor {
  const free = x.shape.slice(0, x.rank - group.length);
  expectShape('layer norm', x.shape, [...free, ...group]);
  if (group.length === 1) return rowMean(x);
  const flat = reshape(x, [...free, weightSize(group)]);
  return reshape(rowMean(flat), [...free, ...group.map(() => 1)]);
}

function weightSize(shape: number[]): number {
  return shape.reduce((product, side) => product * side, 1);
}
