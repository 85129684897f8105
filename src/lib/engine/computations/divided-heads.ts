/** Every head of a model with its scores over √K and as they are. */
import { mul, tensor } from '@tensorflow/tfjs-core';
import { meanEffective, standardDeviation } from '../../figures/attention-statistics.ts';
import { evaluation } from '../../stages/mode.ts';
import { scaledDotProduct } from '../../stages/scaled-dot-product.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

export interface DividedHeadsRequest {
  /** Of all blocks and heads: [heads, T, K] each. */
  queries: Float32Array;
  keys: Float32Array;
  /** T and K. */
  tokens: number;
  width: number;
}

export interface DividedHead {
  /** Standard deviation of the scores as they are. */
  deviation: number;
  /** exp(entropy) of the weights, mean over queries: scores over √K, and as they are. */
  divided: number;
  undivided: number;
}

export async function dividedHeads(request: DividedHeadsRequest): Promise<DividedHead[]> {
  const { tokens: T, width: K } = request;
  const heads = request.queries.length / T / K;
  const found = scoped(() => {
    const [q, k] = [request.queries, request.keys].map((all) => tensor(all, [1, heads, T, K]));
    const attend = (queries: typeof q) =>
      scaledDotProduct(queries, k, k, { attnDropRate: 0 }, evaluation);
    const { scores, weights } = attend(mul(q, Math.sqrt(K)));
    return { scores, undivided: weights, divided: attend(q).weights };
  });
  const [scores, undivided, divided] = await Promise.all(
    [found.scores, found.undivided, found.divided].map(readTensor),
  );
  release(found);
  return Array.from({ length: heads }, (_, head) => {
    const of = (all: Float32Array) => all.subarray(head * T * T, (head + 1) * T * T);
    return {
      deviation: standardDeviation(of(scores)),
      divided: meanEffective(of(divided), T),
      undivided: meanEffective(of(undivided), T),
    };
  });
}
