/**
 * The norms that a block can take in place of LN: one name, one pair of
 * functions.
 *
 * Batch norm's running averages lie beside its parameters as a *buffer*:
 * part of a model, never trained. Its ε is `normEpsilon`, as that of all
 * norms here; `nn.BatchNorm1d` itself has 1e-5.
 */
import { clone, type Tensor } from '@tensorflow/tfjs-core';
import {
  batchNorm,
  batchNormDefaults,
  initBatchNorm,
  type BatchNormParameters,
  type BatchNormState,
  type BatchNormTrace,
} from './batch-norm.ts';
import {
  initLayerNorm,
  layerNorm,
  layerNormEpsilon,
  type LayerNormParameters,
  type LayerNormTrace,
} from './layer-norm.ts';
import type { Mode } from './mode.ts';
import {
  initRmsNorm,
  rmsNorm,
  type RmsNormParameters,
  type RmsNormTrace,
} from './rms-norm.ts';

export type Normalization = 'layer' | 'rms' | 'batch';

export interface NormConfig {
  /** D. */
  embedDim: number;
  normalization?: Normalization;
  /** ε. */
  normEpsilon?: number;
}

/** Batch norm as part of a model. */
export interface RunningBatchNorm extends BatchNormParameters {
  running: BatchNormState;
}

export type NormParameters =
  LayerNormParameters | RmsNormParameters | RunningBatchNorm;
export type NormTrace = LayerNormTrace | RmsNormTrace | BatchNormTrace;

export function initNorm({
  embedDim,
  normalization = 'layer',
}: NormConfig): NormParameters {
  if (normalization === 'rms') return initRmsNorm({ embedDim });
  if (normalization === 'layer') return initLayerNorm({ embedDim });
  const { params, state } = initBatchNorm({ embedDim });
  return { ...params, running: state };
}

/**
 * [..., D] → [..., D]. Only batch norm does something else in training; the
 * running averages that it then leaves are its trace's `state`.
 */
export function norm(
  params: NormParameters,
  x: Tensor,
  { normEpsilon = layerNormEpsilon }: NormConfig,
  mode: Mode,
): NormTrace {
  if ('running' in params) {
    const options = { ...batchNormDefaults, epsilon: normEpsilon };
    const { mean, variance } = params.running;
    // Copies, so that whoever frees the trace leaves the model whole.
    const running = { mean: clone(mean), variance: clone(variance) };
    return batchNorm(params, running, x, mode, options);
  }
  return 'bias' in params
    ? layerNorm(params, x, normEpsilon)
    : rmsNorm(params, x, normEpsilon);
}
