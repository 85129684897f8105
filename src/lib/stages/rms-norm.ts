/**
 * RMSNorm: a layer norm that neither centres nor shifts.
 *
 * γ x / √(mean(x²) + ε) over the D numbers of a token (Zhang and Sennrich
 * 2019, Eq. 4).
 */
import { add, mul, ones, rsqrt, type Tensor } from '@tensorflow/tfjs-core';
import { rowMean } from '../tensors/row-mean.ts';
import { layerNormEpsilon } from './layer-norm.ts';

export interface RmsNormParameters {
  /** γ: [D]. */
  weight: Tensor;
}

export interface RmsNormTrace {
  /** mean(x²): [..., 1]. */
  meanSquare: Tensor;
  /** x / √(mean(x²) + ε): [..., D]. */
  normalised: Tensor;
  /** [..., D]. */
  output: Tensor;
}

export function initRmsNorm({
  embedDim,
}: {
  embedDim: number;
}): RmsNormParameters {
  return { weight: ones([embedDim]) };
}

/** weight · x / √(mean(x²) + epsilon): [..., D] → [..., D]. */
export function rmsNorm(
  { weight }: RmsNormParameters,
  x: Tensor,
  epsilon = layerNormEpsilon,
): RmsNormTrace {
  const meanSquare = rowMean(mul(x, x));
  const normalised = mul(x, rsqrt(add(meanSquare, epsilon)));
  return { meanSquare, normalised, output: mul(normalised, weight) };
}
