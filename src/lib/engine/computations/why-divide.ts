/**
 * Why scores are divided by √K: queries and keys of unit variance at several head widths, with the division and without.
 *
 * The terms of q · k are independent and have variance 1, so the score has variance K.
 */
import { grads, mul, softmax, type Tensor } from '@tensorflow/tfjs-core';
import {
  histogram,
  meanEffective,
  meanOf,
  medianSize,
  rowFigures,
  rowLength,
  standardDeviation,
} from '../../figures/attention-statistics.ts';
import { evaluation } from '../../stages/mode.ts';
import { scaledDotProduct } from '../../stages/scaled-dot-product.ts';
import { createRandom, type Random } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

export interface WhyDivideRequest {
  /** Every K to try. */
  widths: number[];
  /** T: as many queries as keys. */
  tokens: number;
  seed: number;
  /** Scores are counted from −reach to reach, in `bins` equal parts. */
  reach: number;
  bins: number;
}

/** What becomes of the scores on one way. */
export interface Spread {
  /** Standard deviation of the scores. */
  deviation: number;
  /** Scores in each part. */
  counts: number[];
  /** exp(entropy) of the weights, mean over queries. */
  effective: number;
  /** Size of ∂L/∂score at the key in the middle, where L = Σ weight · c with c of N(0, 1): the median of all. */
  keyGradient: number;
  /** Length of ∂L/∂(the scores of a query): the mean over queries. */
  rowGradient: number;
}

export interface WidthSpread {
  /** K. */
  width: number;
  /** Scores over √K, and as they are. */
  divided: Spread;
  undivided: Spread;
}

export async function whyDivide(request: WhyDivideRequest): Promise<WidthSpread[]> {
  const random = createRandom(request.seed);
  const spreads: WidthSpread[] = [];
  for (const width of request.widths)
    spreads.push(await spreadAt(width, request, random.fork(`width ${width}`)));
  return spreads;
}

async function spreadAt(
  width: number,
  request: WhyDivideRequest,
  random: Random,
): Promise<WidthSpread> {
  const { tokens: T } = request;
  const drawn = scoped(() => ({
    queries: random.normalTensor([1, 1, T, width], 1),
    keys: random.normalTensor([1, 1, T, width], 1),
    cotangent: random.normalTensor([1, 1, T, T], 1),
  }));
  const divided = await spreadOf(drawn, 1, request);
  const undivided = await spreadOf(drawn, Math.sqrt(width), request);
  release(drawn);
  return { width, divided, undivided };
}

type Drawn = Record<'queries' | 'keys' | 'cotangent', Tensor>;

/** `stretch` of √K undoes the stage's division. */
async function spreadOf(
  { queries, keys, cotangent }: Drawn,
  stretch: number,
  { tokens: T, reach, bins }: WhyDivideRequest,
): Promise<Spread> {
  const found = scoped(() => {
    const q = mul(queries, stretch);
    const { scores, weights } = scaledDotProduct(q, keys, keys, { attnDropRate: 0 }, evaluation);
    const [gradient] = grads((given: Tensor) => softmax(given))([scores], cotangent);
    return { scores, weights, gradient };
  });
  const [scores, weights, gradient] = await Promise.all(
    [found.scores, found.weights, found.gradient].map(readTensor),
  );
  release(found);
  return {
    deviation: standardDeviation(scores),
    counts: histogram(scores, [-reach, reach], bins),
    effective: meanEffective(weights, T),
    keyGradient: medianSize(gradient),
    rowGradient: meanOf(rowFigures(gradient, T, rowLength)),
  };
}
