/** One head of attention anew from its queries, keys and values, with another divisor of the scores. */
import { mul, tensor } from '@tensorflow/tfjs-core';
import { evaluation } from '../../stages/mode.ts';
import { scaledDotProduct } from '../../stages/scaled-dot-product.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

export interface DividedAttentionRequest {
  /** [T, K] each, row-major. */
  queries: Float32Array;
  keys: Float32Array;
  values: Float32Array;
  /** K. */
  width: number;
  /** Every score q · k is divided by this before the softmax; the stage's own divisor is √K. */
  divisor: number;
}

export interface DividedAttentionResult {
  /** [T, T], query rows. */
  weights: Float32Array;
  /** [T, K]. */
  output: Float32Array;
}

/**
 * softmax(q kᵀ / divisor) v, by the stage itself: queries that are √K / divisor times as long have scores that are, after
 * the stage's √K, divided by the divisor.
 */
export async function dividedAttention(
  request: DividedAttentionRequest,
): Promise<DividedAttentionResult> {
  const { width: K, divisor } = request;
  const found = scoped(() => {
    const [q, k, v] = [request.queries, request.keys, request.values].map((values) =>
      tensor(values, [1, 1, values.length / K, K]),
    );
    const stretched = mul(q, Math.sqrt(K) / divisor);
    const { weights, output } = scaledDotProduct(stretched, k, v, { attnDropRate: 0 }, evaluation);
    return { weights, output };
  });
  const [weights, output] = await Promise.all([found.weights, found.output].map(readTensor));
  release(found);
  return { weights, output };
}
