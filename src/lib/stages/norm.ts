/**
 * The norms that a block can take in place of LN: one name, one pair of
 * functions.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import {
  initLayerNorm,
  layerNorm,
  layerNormEpsilon,
  type LayerNormParameters,
  type LayerNormTrace,
} from './layer-norm.ts';
import {
  initRmsNorm,
  rmsNorm,
  type RmsNormParameters,
  type RmsNormTrace,
} from './rms-norm.ts';

export type Normalization = 'layer' | 'rms';

export interface NormConfig {
  /** D. */
  embedDim: number;
  normalization?: Normalization;
  /** ε. */
  normEpsilon?: number;
}

export type NormParameters = LayerNormParameters | RmsNormParameters;
export type NormTrace = LayerNormTrace | RmsNormTrace;

export function initNorm({
  embedDim,
  normalization = 'layer',
}: NormConfig): NormParameters {
  return normalization === 'rms'
    ? initRmsNorm({ embedDim })
    : initLayerNorm({ embedDim });
}

/** [..., D] → [..., D]. */
export function norm(
  params: NormParameters,
  x: Tensor,
  { normEpsilon = layerNormEpsilon }: NormConfig,
): NormTrace {
  return 'bias' in params
    ? layerNorm(params, x, normEpsilon)
    : rmsNorm(params, x, normEpsilon);
}
