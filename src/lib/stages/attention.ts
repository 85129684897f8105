/**
 * MSA of Eq. 2: every token asks every token, in H heads at once.
 *
 * softmax(q kᵀ / √K) v for each head, the heads side by side again, then a
 * dense layer (Vaswani et al. 2017, section 3.2; Dosovitskiy et al. 2021,
 * appendix A). One fused qkv layer has the columns q‖k‖v, each (head, K),
 * as in timm; three separate layers are the same function with the columns
 * apart.
 */
import {
  reshape,
  transpose,
  unstack,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { divided } from '../tensors/letters.ts';
import type { Random } from '../tensors/random.ts';
import { dense, initDense, type DenseParameters } from './dense.ts';
import { dropout } from './dropout.ts';
import { initialisations, type Initialisation } from './initialisation.ts';
import type { Mode } from './mode.ts';
import {
  scaledDotProduct,
  type ScaledDotProductTrace,
} from './scaled-dot-product.ts';

export interface AttentionConfig {
  /** D. */
  embedDim: number;
  /** H; must divide D. */
  numHeads: number;
  qkvBias: boolean;
  /** Scores divided by √K, as they are unless told otherwise. */
  scaledAttention?: boolean;
  /** Three dense layers in place of one. */
  separateQkv?: boolean;
  /** Dropout after the output projection. */
  dropRate: number;
  /** Dropout on the attention weights. */
  attnDropRate: number;
}

export type AttentionParameters = (
  | { qkv: DenseParameters }
  | { query: DenseParameters; key: DenseParameters; value: DenseParameters }
) & { projection: DenseParameters };

export interface AttentionTrace extends ScaledDotProductTrace {
  /** q, k and v: [B, H, T, K] each. */
  queries: Tensor;
  keys: Tensor;
  values: Tensor;
  /** The heads side by side: [B, T, D]. */
  heads: Tensor;
  /** [B, T, D]. */
  output: Tensor;
}

export function initAttention(
  { embedDim, numHeads, qkvBias, separateQkv = false }: AttentionConfig,
  random: Random,
  scheme: Initialisation = initialisations.xavier,
): AttentionParameters {
  divided('attention', ['embedDim', embedDim], ['numHeads', numHeads]);
  const layer = (outputs: number, bias: boolean) =>
    initDense({ inputs: embedDim, outputs, bias }, random, scheme.dense);
  const one = () => layer(embedDim, qkvBias);
  const qkv = separateQkv
    ? { query: one(), key: one(), value: one() }
    : { qkv: layer(3 * embedDim, qkvBias) };
  return { ...qkv, projection: layer(embedDim, true) };
}

/**
 * softmax(q·k / √K) v, projected: [B, T, D] → [B, T, D]. Throws a
 * RangeError when H does not divide D.
 *
 * `mask` is 1 where a query may look and 0 elsewhere, of a shape that
 * broadcasts to [B, H, T, T].
 */
export function attention(
  params: AttentionParameters,
  x: Tensor,
  config: AttentionConfig,
  mode: Mode,
  mask: Tensor | null = null,
): AttentionTrace {
  const { embedDim: D, attnDropRate, dropRate } = config;
  const { scaledAttention: scaled } = config;
  // [B, H, T, K] each
  const [queries, keys, values] = queriesKeysValues(params, x, config);
  const mixed = scaledDotProduct(
    queries,
    keys,
    values,
    { attnDropRate, mask, scaled },
    mode,
  );
  const heads = reshape(transpose(mixed.output, [0, 2, 1, 3]), [
    -1,
    x.shape[1]!,
    D,
  ]); // [B, T, D]
  const { output } = dropout(
    dense(params.projection, heads),
    dropRate,
    mode,
  );
  return {
    queries,
    keys,
    values,
    scores: mixed.scores,
    weights: mixed.weights,
    heads,
    output,
  };
}

/** [B, T, D] → three of [B, H, T, K]. */
function queriesKeysValues(
  params: AttentionParameters,
  x: Tensor,
  { embedDim: D, numHeads: H }: AttentionConfig,
): Tensor[] {
  const K = divided('attention', ['embedDim', D], ['numHeads', H]);
  const T = x.shape[1]!;
  if ('qkv' in params) {
    // [B, T, 3, H, K]
    const qkv = reshape(dense(params.qkv, x), [-1, T, 3, H, K]);
    return unstack(transpose(qkv, [2, 0, 3, 1, 4])); // [B, H, T, K] each
  }
  return [params.query, params.key, params.value].map((layer) => {
    const split = reshape(dense(layer, x), [-1, T, H, K]); // [B, T, H, K]
    return transpose(split, [0, 2, 1, 3]); // [B, H, T, K]
  });
}
