/**
 * LN of Eq. 2 to 4: every token alone is brought to mean 0 and variance 1, then scaled and shifted.
 *
 * LN(x) = γ (x − μ) / √(σ² + ε) + β, with μ and σ² (biased) over the D numbers of a token (Ba et al. 2016). ε is 1e-6
 * as in timm and torchvision; `nn.LayerNorm` itself has 1e-5.
 */
import { add, mul, ones, rsqrt, sub, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { rowMean } from '../tensors/row-mean.ts';

export const layerNormEpsilon = 1e-6;

export interface LayerNormConfig {
  /** D. */
  embedDim: number;
}

export interface LayerNormParameters {
  /** γ: [D]. */
  weight: Tensor;
  /** β: [D]. */
  bias: Tensor;
}

export interface LayerNormTrace {
  /** μ: [..., 1]. */
  mean: Tensor;
  /** σ²: [..., 1]. */
  variance: Tensor;
  /** (x − μ) / √(σ² + ε): [..., D]. */
  normalised: Tensor;
  /** [..., D]. */
  output: Tensor;
}

export function initLayerNorm({ embedDim }: LayerNormConfig): LayerNormParameters {
  return { weight: ones([embedDim]), bias: zeros([embedDim]) };
}

/** γ (x − μ) / √(σ² + ε) + β over the last axis: [..., D] → [..., D]. */
export function layerNorm({ weight, bias }: LayerNormParameters, x: Tensor): LayerNormTrace {
  const mean = rowMean(x);
  const centred = sub(x, mean);
  const variance = rowMean(mul(centred, centred));
  const normalised = mul(centred, rsqrt(add(variance, layerNormEpsilon)));
  return {
    mean,
    variance,
    normalised,
    output: add(mul(normalised, weight), bias),
  };
}
