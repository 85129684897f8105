/**
 * Cutting an image into patches, and putting it together again: only moves
 * numbers.
 *
 * `b (g p) (h q) c → b (g h) (p q c)`: patches row by row, each flattened
 * as (row, column, channel).
 */
import { reshape, transpose, type Tensor } from '@tensorflow/tfjs-core';
import { divided, expectShape } from '../tensors/letters.ts';

export interface PatchifyConfig {
  /** S, pixels. */
  imageSize: number;
  /** P, pixels; must divide S. */
  patchSize: number;
  /** C. */
  inChannels: number;
}

/**
 * [B, S, S, C] → [B, N, P²C]. Throws a RangeError when P does not divide S
 * or the images differ.
 */
export function patchify(
  images: Tensor,
  { imageSize: S, patchSize: P, inChannels: C }: PatchifyConfig,
): Tensor {
  expectShape('patch embedding', images.shape, [null, S, S, C]);
  const G = divided('patch embedding', ['imageSize', S], ['patchSize', P]);
  const grid = reshape(images, [-1, G, P, G, P, C]); // [B, G, P, G, P, C]
  const together = transpose(grid, [0, 1, 3, 2, 4, 5]); // [B, G, G, P, P, C]
  return reshape(together, [-1, G * G, P * P * C]); // [B, N, P²C]
}

/** The inverse of `patchify`: [B, N, P²C] → [B, S, S, C]. */
export function unpatchify(
  patches: Tensor,
  { imageSize: S, patchSize: P, inChannels: C }: PatchifyConfig,
): Tensor {
  const G = divided('patch embedding', ['imageSize', S], ['patchSize', P]);
  expectShape('unpatchify', patches.shape, [null, G * G, P * P * C]);
  const together = reshape(patches, [-1, G, G, P, P, C]); // [B, G, G, P, P, C]
  const grid = transpose(together, [0, 1, 3, 2, 4, 5]); // [B, G, P, G, P, C]
  return reshape(grid, [-1, S, S, C]); // [B, S, S, C]
}
