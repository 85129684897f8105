/**
 * Eq. 1, first half: an image becomes a sequence, and each patch a token: x_pⁱ E.
 *
 * `b (g p) (h q) c → b (g h) (p q c)`: patches row by row, each flattened as (row, column, channel). The same as a
 * convolution with kernel = stride = P (Dosovitskiy et al. 2021, section 3.1).
 */
import { reshape, transpose, type Tensor } from '@tensorflow/tfjs-core';
import { divided, expectShape } from '../tensors/letters.ts';
import type { Random } from '../tensors/random.ts';
import { dense, initDense, type DenseParameters } from './dense.ts';
import type { Initialisation } from './initialisation.ts';

export interface PatchEmbeddingConfig {
  /** S, pixels. */
  imageSize: number;
  /** P, pixels; must divide S. */
  patchSize: number;
  /** C. */
  inChannels: number;
  /** D. */
  embedDim: number;
}

/** E and its bias: [P²C, D] and [D]. */
export type PatchEmbeddingParameters = DenseParameters;

export interface PatchEmbeddingTrace {
  /** x_p: [B, N, P²C]. */
  patches: Tensor;
  /** x_p E + b: [B, N, D]. */
  output: Tensor;
}

export function initPatchEmbedding(
  { patchSize, inChannels, embedDim }: PatchEmbeddingConfig,
  random: Random,
  scheme?: Initialisation,
): PatchEmbeddingParameters {
  const inputs = patchSize * patchSize * inChannels;
  return initDense({ inputs, outputs: embedDim, bias: true }, random, scheme);
}

/** x_p E + b: [B, S, S, C] → [B, N, D]. Throws a RangeError when P does not divide S or the images differ. */
export function patchEmbedding(
  params: PatchEmbeddingParameters,
  images: Tensor,
  config: PatchEmbeddingConfig,
): PatchEmbeddingTrace {
  const patches = patchify(images, config);
  return { patches, output: dense(params, patches) };
}

/** [B, S, S, C] → [B, N, P²C]: only moves numbers. */
export function patchify(
  images: Tensor,
  { imageSize: S, patchSize: P, inChannels: C }: PatchEmbeddingConfig,
): Tensor {
  expectShape('patch embedding', images.shape, [null, S, S, C]);
  const G = divided('patch embedding', ['imageSize', S], ['patchSize', P]);
  const grid = reshape(images, [-1, G, P, G, P, C]); // [B, G, P, G, P, C]
  const together = transpose(grid, [0, 1, 3, 2, 4, 5]); // [B, G, G, P, P, C]
  return reshape(together, [-1, G * G, P * P * C]); // [B, N, P²C]
}
