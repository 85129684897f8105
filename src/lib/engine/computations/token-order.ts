/** A picture and the same picture with its patches in another order, through one model with fresh weights. */
import {
  abs,
  gather,
  max,
  slice,
  squeeze,
  sub,
  tensor1d,
  tensor4d,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { rearranged } from '../../figures/rearranged.ts';
import { tinyVit, type PositionEmbedding, type VitConfig } from '../../model/config.ts';
import { initVit, vit, type VitParameters } from '../../model/vit.ts';
import { evaluation } from '../../stages/mode.ts';
import { createRandom, type Random } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

/** How the patches are moved: not at all, two of them, or all. */
export type Reordering = 'same' | 'swapped' | 'shuffled';

export interface TokenOrderRequest {
  /** [S, S, C] values from 0 to 1, row-major, channels last. */
  image: Float32Array<ArrayBuffer>;
  imageSize: number;
  inChannels: number;
  patchSize: number;
  /** Each is run with the same weights. */
  positionEmbeddings: PositionEmbedding[];
  reordering: Reordering;
  /** Of the weights, and of the order. */
  seed: number;
  orderSeed: number;
}

export interface TokenOrderRun {
  positionEmbedding: PositionEmbedding;
  /** y of the picture as it is, and of the reordered one: [D] each. */
  before: Float32Array;
  after: Float32Array;
  /** Largest |difference| of y, of the logits, and of z_L for each patch and for itself where it now stands. */
  outputDifference: number;
  logitDifference: number;
  patchDifference: number;
}

export interface TokenOrderResult {
  /** Which patch of the picture stands at each place: [N]. */
  order: Uint32Array;
  runs: TokenOrderRun[];
}

export async function tokenOrder(request: TokenOrderRequest): Promise<TokenOrderResult> {
  const { image, imageSize, inChannels, patchSize, seed, orderSeed } = request;
  const base: VitConfig = { ...tinyVit, imageSize, patchSize, inChannels };
  const order = newOrder((imageSize / patchSize) ** 2, request.reordering, createRandom(orderSeed));
  const parameters = scoped(() => initVit(base, createRandom(seed)));
  const images = tensor4d(
    joined(image, rearranged(image, order, { imageSize, patchSize, channels: inChannels })),
    [2, imageSize, imageSize, inChannels],
  );
  const runs: TokenOrderRun[] = [];
  for (const positionEmbedding of request.positionEmbeddings)
    runs.push(await compare(parameters, images, { ...base, positionEmbedding }, order));
  release({ parameters, images });
  return { order, runs };
}

/** Both images through the model, and how far their outputs lie apart. */
async function compare(
  parameters: VitParameters,
  images: Tensor,
  config: VitConfig,
  order: Uint32Array,
): Promise<TokenOrderRun> {
  const found = scoped(() => {
    const { blocks, normalised, logits } = vit(parameters, images, config, evaluation);
    const tokens = blocks.at(-1)!.output; // [2, T, D]
    const [, T, D] = tokens.shape;
    const patches = (which: number) => squeeze(slice(tokens, [which, 1, 0], [1, T! - 1, D!]), [0]); // [N, D]
    const moved = gather(patches(0), tensor1d(Array.from(order), 'int32'));
    const outputs = normalised!.output; // [2, D]
    return {
      before: row(outputs, 0),
      after: row(outputs, 1),
      output: largest(row(outputs, 0), row(outputs, 1)),
      logit: largest(row(logits, 0), row(logits, 1)),
      patch: largest(moved, patches(1)),
    };
  });
  const [before, after, output, logit, patch] = await Promise.all(
    [found.before, found.after, found.output, found.logit, found.patch].map(readTensor),
  );
  release(found);
  return {
    positionEmbedding: config.positionEmbedding,
    before,
    after,
    outputDifference: output[0],
    logitDifference: logit[0],
    patchDifference: patch[0],
  };
}

const row = (matrix: Tensor, index: number): Tensor =>
  squeeze(slice(matrix, [index, 0], [1, matrix.shape[1]!]), [0]);

const largest = (a: Tensor, b: Tensor): Tensor => max(abs(sub(a, b)));

/** Which patch stands at each place. */
export function newOrder(count: number, reordering: Reordering, random: Random): Uint32Array {
  const order = Uint32Array.from({ length: count }, (_, i) => i);
  if (reordering === 'same') return order;
  const drawn = random.permutation(count);
  if (reordering === 'shuffled') return drawn;
  const [one, other] = drawn;
  [order[one], order[other]] = [other, one];
  return order;
}

function joined(a: Float32Array, b: Float32Array): Float32Array {
  const both = new Float32Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
