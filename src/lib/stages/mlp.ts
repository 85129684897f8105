/**
 * MLP of Eq. 3: two dense layers with GELU between them, for each token alone.
 *
 * GELU(x) = x Φ(x) = x (1 + erf(x / √2)) / 2, the exact form (Hendrycks and Gimpel 2016); dropout after each dense layer
 * (Dosovitskiy et al. 2021, appendix B.1).
 */
import { add, erf, mul, type Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';
import { dense, initDense, type DenseParameters } from './dense.ts';
import { dropout } from './dropout.ts';
import type { Initialisation } from './initialisation.ts';
import type { Mode } from './mode.ts';

export interface MlpConfig {
  /** D. */
  embedDim: number;
  /** M / D. */
  mlpRatio: number;
  dropRate: number;
}

export interface MlpParameters {
  /** [D, M] and [M]. */
  expand: DenseParameters;
  /** [M, D] and [D]. */
  contract: DenseParameters;
}

export interface MlpTrace {
  /** x W₁ + b₁: [B, T, M]. */
  hidden: Tensor;
  /** GELU of it: [B, T, M]. */
  activated: Tensor;
  /** [B, T, D]. */
  output: Tensor;
}

export function initMlp(
  { embedDim, mlpRatio }: MlpConfig,
  random: Random,
  scheme?: Initialisation,
): MlpParameters {
  const width = mlpWidth({ embedDim, mlpRatio });
  return {
    expand: initDense({ inputs: embedDim, outputs: width, bias: true }, random, scheme),
    contract: initDense({ inputs: width, outputs: embedDim, bias: true }, random, scheme),
  };
}

/** M: D · ratio, rounded down as in timm. */
export function mlpWidth({ embedDim, mlpRatio }: Pick<MlpConfig, 'embedDim' | 'mlpRatio'>): number {
  return Math.floor(embedDim * mlpRatio);
}

/** GELU(x W₁ + b₁) W₂ + b₂: [B, T, D] → [B, T, D]. */
export function mlp(
  params: MlpParameters,
  x: Tensor,
  { dropRate }: MlpConfig,
  mode: Mode,
): MlpTrace {
  const hidden = dense(params.expand, x); // [B, T, M]
  const activated = gelu(hidden); // [B, T, M]
  const contracted = dense(params.contract, dropout(activated, dropRate, mode).output); // [B, T, D]
  return { hidden, activated, output: dropout(contracted, dropRate, mode).output };
}

/** x (1 + erf(x / √2)) / 2. */
export function gelu(x: Tensor): Tensor {
  return mul(mul(x, 0.5), add(erf(mul(x, Math.SQRT1_2)), 1));
}
