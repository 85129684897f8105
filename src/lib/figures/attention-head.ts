/**
 * One head of attention as plain numbers: what a figure reads term by term.
 *
 * Letters: T tokens (token 0 is the class token), K head width. All matrices are row-major, a row for each query.
 */
import { effectiveCount } from './attention.ts';

export interface AttentionHead {
  /** T and K. */
  tokens: number;
  width: number;
  /** q, k and v: [T, K] each. */
  queries: Float32Array;
  keys: Float32Array;
  values: Float32Array;
  /** softmax of the divided scores: [T, T]. */
  weights: Float32Array;
  /** weights · v: [T, K]. */
  output: Float32Array;
}

/** Intermediates of a forward pass, by dotted name. */
export type Trace = Record<string, { shape: readonly number[]; values: Float32Array }>;

/** A head of a block, both from 0. */
export function headOf(trace: Trace, block: number, head: number): AttentionHead {
  const at = (name: string) => trace[`blocks.${block}.attention.${name}`]!;
  const [, tokens, width] = at('queries').shape as [number, number, number];
  const part = (name: string, size: number) =>
    at(name).values.subarray(head * size, (head + 1) * size);
  const [queries, keys, values] = ['queries', 'keys', 'values'].map((name) =>
    part(name, tokens * width),
  ) as [Float32Array, Float32Array, Float32Array];
  const weights = part('weights', tokens * tokens);
  const output = columnsOf(at('heads'), head * width, width);
  return { tokens, width, queries, keys, values, weights, output };
}

/** `count` columns of a matrix, from column `first` on. */
function columnsOf({ shape, values }: Trace[string], first: number, count: number): Float32Array {
  const [rows, columns] = shape as [number, number];
  return Float32Array.from(
    { length: rows * count },
    (_, i) => values[Math.floor(i / count) * columns + first + (i % count)]!,
  );
}

/** Row `row` of a matrix with rows of `width` numbers: a view. */
export function matrixRow(matrix: Float32Array, width: number, row: number): Float32Array {
  return matrix.subarray(row * width, (row + 1) * width);
}

/** How one query meets one key, step by step, with the divisor of the scores. */
export interface Meeting {
  query: Float32Array;
  key: Float32Array;
  value: Float32Array;
  /** Term by term: [K]. */
  products: number[];
  /** q · k. */
  score: number;
  /** The score over the divisor, and e to that power. */
  divided: number;
  exponential: number;
  /** The sum of the row's exponentials. */
  total: number;
  /** As the stage computed it, not from the numbers above. */
  weight: number;
  /** weight · v: [K]; and the row's output, the sum of these over all keys. */
  contribution: number[];
  output: Float32Array;
}

export function meetingOf(
  head: AttentionHead,
  query: number,
  key: number,
  divisor: number,
): Meeting {
  const { width, queries, keys, values, weights, output, tokens } = head;
  const q = matrixRow(queries, width, query);
  const k = matrixRow(keys, width, key);
  const v = matrixRow(values, width, key);
  const products = Array.from(q, (term, i) => term * k[i]!);
  const divided = sum(products) / divisor;
  const weight = weights[query * tokens + key]!;
  return {
    query: q,
    key: k,
    value: v,
    products,
    score: sum(products),
    divided,
    exponential: Math.exp(divided),
    total: sum(scoresOf(head, query).map((score) => Math.exp(score / divisor))),
    weight,
    contribution: Array.from(v, (term) => weight * term),
    output: matrixRow(output, width, query),
  };
}

/** q · k of one query with every key: [T]. */
export function scoresOf({ tokens, width, queries, keys }: AttentionHead, query: number): number[] {
  const q = matrixRow(queries, width, query);
  return Array.from({ length: tokens }, (_, key) => {
    const k = matrixRow(keys, width, key);
    return sum(Array.from(q, (term, i) => term * k[i]!));
  });
}

/** The key with the largest weight in a query's row. */
export function heaviest({ weights, tokens }: AttentionHead, query: number): number {
  const row = matrixRow(weights, tokens, query);
  return row.indexOf(Math.max(...row));
}

/** Natural units: 0 when one key has all, log T when all have the same. */
export function entropy(weights: ArrayLike<number>): number {
  return Math.log(effectiveCount(weights));
}

/** e^s over the sum of all e^s, in doubles. */
export function softmaxOf(scores: readonly number[]): number[] {
  const most = Math.max(...scores);
  const exponentials = scores.map((score) => Math.exp(score - most));
  const total = sum(exponentials);
  return exponentials.map((one) => one / total);
}

export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
