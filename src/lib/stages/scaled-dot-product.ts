/**
 * Scaled dot-product attention, the heart of MSA: softmax(q kᵀ / √K) v.
 *
 * (Vaswani et al. 2017, Eq. 1.) A mask says which keys a query may see; it
 * acts before the softmax, where a forbidden score becomes so low that its
 * weight is exactly 0 and the others still sum to 1.
 */
import {
  add,
  matMul,
  mul,
  softmax,
  sub,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { dropout } from './dropout.ts';
import type { Mode } from './mode.ts';

/**
 * Stands for −∞: e to this power is 0 in float32, and it stays finite
 * beside other scores.
 */
const forbidden = 1e30;

export interface ScaledDotProductTrace {
  /** q kᵀ / √K, masked: [B, H, T, T], query rows. */
  scores: Tensor;
  /** softmax of the scores, rows sum to 1: [B, H, T, T]. */
  weights: Tensor;
  /** weights · v: [B, H, T, K]. */
  output: Tensor;
}

/**
 * `mask` is 1 where a query may look and 0 elsewhere, of a shape that
 * broadcasts to [B, H, T, T]; with `scaled` false nothing is divided.
 */
export function scaledDotProduct(
  queries: Tensor,
  keys: Tensor,
  values: Tensor,
  {
    attnDropRate,
    mask = null,
    scaled = true,
  }: { attnDropRate: number; mask?: Tensor | null; scaled?: boolean },
  mode: Mode,
): ScaledDotProductTrace {
  const K = queries.shape[queries.rank - 1]!;
  const products = matMul(
    scaled ? mul(queries, 1 / Math.sqrt(K)) : queries,
    keys,
    false,
    true,
  ); // [B, H, T, T]
  const scores = mask
    ? add(products, mul(sub(mask, 1), forbidden))
    : products;
  const weights = softmax(scores); // [B, H, T, T]
  const output = matMul(
    dropout(weights, attnDropRate, mode).output,
    values,
  ); // [B, H, T, K]
  return { scores, weights, output };
}
