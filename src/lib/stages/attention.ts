/**
 * MSA of Eq. 2: every token asks every token, in H heads at once.
 *
 * softmax(q kᵀ / √K) v for each head, the heads side by side again, then a dense layer (Vaswani et al. 2017, section 3.2;
 * Dosovitskiy et al. 2021, appendix A). The columns of the qkv weight are q‖k‖v, each (head, K), as in timm.
 */
import {
  matMul,
  mul,
  reshape,
  softmax,
  transpose,
  unstack,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { divided } from '../tensors/letters.ts';
import type { Random } from '../tensors/random.ts';
import { dense, initDense, type DenseParameters } from './dense.ts';
import { dropout } from './dropout.ts';
import type { Initialisation } from './initialisation.ts';
import type { Mode } from './mode.ts';

export interface AttentionConfig {
  /** D. */
  embedDim: number;
  /** H; must divide D. */
  numHeads: number;
  qkvBias: boolean;
  /** Dropout after the output projection. */
  dropRate: number;
  /** Dropout on the attention weights. */
  attnDropRate: number;
}

export interface AttentionParameters {
  /** [D, 3D] and [3D]. */
  qkv: DenseParameters;
  /** [D, D] and [D]. */
  projection: DenseParameters;
}

export interface AttentionTrace {
  /** q: [B, H, T, K]. */
  queries: Tensor;
  /** k: [B, H, T, K]. */
  keys: Tensor;
  /** v: [B, H, T, K]. */
  values: Tensor;
  /** q kᵀ / √K: [B, H, T, T], query rows. */
  scores: Tensor;
  /** softmax of the scores, rows sum to 1: [B, H, T, T]. */
  weights: Tensor;
  /** The heads side by side: [B, T, D]. */
  heads: Tensor;
  /** [B, T, D]. */
  output: Tensor;
}

export function initAttention(
  { embedDim, numHeads, qkvBias }: AttentionConfig,
  random: Random,
  scheme?: Initialisation,
): AttentionParameters {
  divided('attention', ['embedDim', embedDim], ['numHeads', numHeads]);
  const layer = (outputs: number, bias: boolean) =>
    initDense({ inputs: embedDim, outputs, bias }, random, scheme);
  return { qkv: layer(3 * embedDim, qkvBias), projection: layer(embedDim, true) };
}

/** softmax(q kᵀ / √K) v, projected: [B, T, D] → [B, T, D]. Throws a RangeError when H does not divide D. */
export function attention(
  params: AttentionParameters,
  x: Tensor,
  { embedDim: D, numHeads: H, dropRate, attnDropRate }: AttentionConfig,
  mode: Mode,
): AttentionTrace {
  const K = divided('attention', ['embedDim', D], ['numHeads', H]);
  const T = x.shape[1]!;
  const qkv = reshape(dense(params.qkv, x), [-1, T, 3, H, K]); // [B, T, 3, H, K]
  const [queries, keys, values] = unstack(transpose(qkv, [2, 0, 3, 1, 4])); // [B, H, T, K] each
  const scores = matMul(mul(queries, 1 / Math.sqrt(K)), keys, false, true); // [B, H, T, T]
  const weights = softmax(scores); // [B, H, T, T]
  const mixed = matMul(dropout(weights, attnDropRate, mode).output, values); // [B, H, T, K]
  const heads = reshape(transpose(mixed, [0, 2, 1, 3]), [-1, T, D]); // [B, T, D]
  const { output } = dropout(dense(params.projection, heads), dropRate, mode);
  return { queries, keys, values, scores, weights, heads, output };
}
