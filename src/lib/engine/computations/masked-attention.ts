/** One head of attention under a mask that is laid on in one of three places: before the softmax as −∞ or as 0, or after. */
import { matMul, mul, softmax, tensor, type Tensor } from '@tensorflow/tfjs-core';
import { rowFigures, rowSum } from '../../figures/attention-statistics.ts';
import { evaluation } from '../../stages/mode.ts';
import { scaledDotProduct } from '../../stages/scaled-dot-product.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

/** The stage’s own way, and two mistakes. */
export const maskings = ['infinityBefore', 'zeroBefore', 'zeroAfter'] as const;
export type Masking = (typeof maskings)[number];

export interface MaskedAttentionRequest {
  /** [T, K] each, row-major. */
  queries: Float32Array;
  keys: Float32Array;
  values: Float32Array;
  /** T. */
  tokens: number;
  /** 1 where a query may look, 0 elsewhere: [T, T]. */
  mask: Float32Array;
  /** The token whose key and value are turned round, to see who notices. */
  probe: number;
}

export interface MaskedAttention {
  masking: Masking;
  /** [T, T], query rows. */
  weights: Float32Array;
  /** What every row sums to: [T]. */
  sums: number[];
  /** The largest weight on a key that its query may not see. */
  forbidden: number;
  /**
   * The probe's key and value times −1: how far this moves the output of the queries that may not see it, at most; null
   * when every query may.
   */
  leak: number | null;
}

export async function maskedAttention(request: MaskedAttentionRequest): Promise<MaskedAttention[]> {
  const results: MaskedAttention[] = [];
  for (const masking of maskings) results.push(await maskedBy(masking, request));
  return results;
}

async function maskedBy(
  masking: Masking,
  request: MaskedAttentionRequest,
): Promise<MaskedAttention> {
  const { queries, keys, values, tokens: T, mask, probe } = request;
  const found = scoped(() => {
    const shaped = (given: Float32Array) => tensor(given, [1, 1, T, given.length / T]);
    const allowed = tensor(mask, [1, 1, T, T]);
    const run = (k: Float32Array, v: Float32Array) =>
      attend[masking](shaped(queries), shaped(k), shaped(v), allowed);
    const { weights, output } = run(keys, values);
    return { weights, output, moved: run(turned(keys, probe, T), turned(values, probe, T)).output };
  });
  const [weights, output, moved] = await Promise.all(
    [found.weights, found.output, found.moved].map(readTensor),
  );
  release(found);
  return {
    masking,
    weights,
    sums: rowFigures(weights, T, rowSum),
    forbidden: weights.reduce((most, weight, i) => (mask[i] ? most : Math.max(most, weight)), 0),
    leak: leakOf(output, moved, request),
  };
}

type Attend = (
  q: Tensor,
  k: Tensor,
  v: Tensor,
  mask: Tensor,
) => Record<'weights' | 'output', Tensor>;

const plain = { attnDropRate: 0 };

const attend: Record<Masking, Attend> = {
  infinityBefore: (q, k, v, mask) => scaledDotProduct(q, k, v, { ...plain, mask }, evaluation),
  zeroBefore(q, k, v, mask) {
    const { scores } = scaledDotProduct(q, k, v, plain, evaluation);
    const weights = softmax(mul(scores, mask));
    return { weights, output: matMul(weights, v) };
  },
  zeroAfter(q, k, v, mask) {
    const weights = mul(scaledDotProduct(q, k, v, plain, evaluation).weights, mask);
    return { weights, output: matMul(weights, v) };
  },
};

/** A matrix of T rows with one of them times −1. */
function turned(matrix: Float32Array, row: number, T: number): Float32Array {
  const width = matrix.length / T;
  return matrix.map((value, i) => (Math.floor(i / width) === row ? -value : value));
}

/** max |a − b| over the rows whose query may not see the probe. */
function leakOf(
  a: Float32Array,
  b: Float32Array,
  { mask, probe, tokens: T }: MaskedAttentionRequest,
): number | null {
  const width = a.length / T;
  let leak: number | null = null;
  for (let query = 0; query < T; query++) {
    if (mask[query * T + probe]) continue;
    for (let i = query * width; i < (query + 1) * width; i++)
      leak = Math.max(leak ?? 0, Math.abs(a[i] - b[i]));
  }
  return leak;
}
