/**
 * MLP of Eq. 3: two dense layers with GELU between them, for each token
 * alone.
 *
 * Dropout after each dense layer (Dosovitskiy et al. 2021, section 3.1 and
 * appendix B.1). GELU is the exact form; its tanh form and ReLU are
 * options.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';
import { activations, type Activation } from './activations.ts';
import { dense, initDense, type DenseParameters } from './dense.ts';
import { dropout } from './dropout.ts';
import { initialisations, type Initialisation } from './initialisation.ts';
import { mlpWidth } from './mlp-width.ts';
import type { Mode } from './mode.ts';

export interface MlpConfig {
  /** D. */
  embedDim: number;
  /** M / D. */
  mlpRatio: number;
  activation?: Activation;
  dropRate: number;
}

export interface MlpParameters {
  /** [D, M] and [M]. */
  expand: DenseParameters;
  /** [M, D] and [D]. */
  contract: DenseParameters;
}

export interface MlpTrace {
  /** x times the first matrix, plus its bias: [B, T, M]. */
  hidden: Tensor;
  /** GELU of it: [B, T, M]. */
  activated: Tensor;
  /** [B, T, D]. */
  output: Tensor;
}

export function initMlp(
  { embedDim, mlpRatio }: MlpConfig,
  random: Random,
  scheme: Initialisation = initialisations.xavier,
): MlpParameters {
  const width = mlpWidth({ embedDim, mlpRatio });
  return {
    expand: initDense(
      { inputs: embedDim, outputs: width, bias: true },
      random,
      scheme.dense,
    ),
    contract: initDense(
      { inputs: width, outputs: embedDim, bias: true },
      random,
      scheme.dense,
    ),
  };
}

/** Expand, bend by GELU, contract: [B, T, D] → [B, T, D]. */
export function mlp(
  params: MlpParameters,
  x: Tensor,
  { dropRate, activation = 'gelu' }: MlpConfig,
  mode: Mode,
): MlpTrace {
  const hidden = dense(params.expand, x); // [B, T, M]
  const activated = activations[activation](hidden); // [B, T, M]
  const contracted = dense(
    params.contract,
    dropout(activated, dropRate, mode).output,
  ); // [B, T, D]
  return {
    hidden,
    activated,
    output: dropout(contracted, dropRate, mode).output,
  };
}
