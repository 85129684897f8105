/** Where attention divides, and by what: before the softmax or after it, by √K or by √D. */
import { div, mul, tensor, type Tensor } from '@tensorflow/tfjs-core';
import {
  meanEffective,
  meanOf,
  rowFigures,
  rowLength,
  rowSum,
} from '../../figures/attention-statistics.ts';
import { divided } from '../../tensors/letters.ts';
import { evaluation } from '../../stages/mode.ts';
import { scaledDotProduct } from '../../stages/scaled-dot-product.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

/** Queries, keys and values of N(0, 1) of a given seed, or ready ones, [H, T, K] each. */
export type Source =
  | { kind: 'drawn'; seed: number; tokens: number; embedDim: number; numHeads: number }
  | {
      kind: 'given';
      queries: Float32Array;
      keys: Float32Array;
      values: Float32Array;
      tokens: number;
      embedDim: number;
      numHeads: number;
    };

/** The paper’s way; the same with √D in place of √K; and a published variant, which divides what the softmax gives. */
export const places = ['beforeByRootK', 'beforeByRootD', 'afterByRootD'] as const;
export type Place = (typeof places)[number];

export interface Division {
  place: Place;
  /** Of the weights, mean over all heads and queries: exp(entropy) of a row scaled to sum to 1; its sum; its largest. */
  effective: number;
  rowSum: number;
  largest: number;
  /** Length of a row of the output, mean over all heads and queries. */
  outputLength: number;
  /** The weights of the first head: [T, T]. */
  weights: Float32Array;
}

export interface DividedAfterResult {
  tokens: number;
  /** K and D. */
  width: number;
  embedDim: number;
  divisions: Division[];
}

/** Throws a RangeError when H does not divide D. */
export async function dividedAfter(source: Source): Promise<DividedAfterResult> {
  const { embedDim: D, numHeads: H, tokens: T } = source;
  const K = divided('attention', ['embedDim', D], ['numHeads', H]);
  const shape = [1, H, T, K];
  const given = scoped(() => tensorsOf(source, shape));
  const divisions: Division[] = [];
  for (const place of places) divisions.push(await divide(place, given, D));
  release(given);
  return { tokens: T, width: K, embedDim: D, divisions };
}

interface Given {
  queries: Tensor;
  keys: Tensor;
  values: Tensor;
}

function tensorsOf(source: Source, shape: number[]): Given {
  if (source.kind === 'given')
    return {
      queries: tensor(source.queries, shape),
      keys: tensor(source.keys, shape),
      values: tensor(source.values, shape),
    };
  const random = createRandom(source.seed);
  return {
    queries: random.normalTensor(shape, 1),
    keys: random.normalTensor(shape, 1),
    values: random.normalTensor(shape, 1),
  };
}

async function divide(place: Place, { queries, keys, values }: Given, D: number) {
  const [, , T, K] = queries.shape as [number, number, number, number];
  const before = { beforeByRootK: Math.sqrt(K), beforeByRootD: Math.sqrt(D), afterByRootD: 1 };
  const found = scoped(() => {
    const stretched = mul(queries, Math.sqrt(K) / before[place]);
    const trace = scaledDotProduct(stretched, keys, values, { attnDropRate: 0 }, evaluation);
    if (place !== 'afterByRootD') return { weights: trace.weights, output: trace.output };
    return { weights: div(trace.weights, Math.sqrt(D)), output: div(trace.output, Math.sqrt(D)) };
  });
  const [weights, output] = await Promise.all([found.weights, found.output].map(readTensor));
  release(found);
  return {
    place,
    effective: meanEffective(weights, T),
    rowSum: meanOf(rowFigures(weights, T, rowSum)),
    largest: meanOf(rowFigures(weights, T, (row) => Math.max(...row))),
    outputLength: meanOf(rowFigures(output, K, rowLength)),
    weights: weights.slice(0, T * T),
  };
}
