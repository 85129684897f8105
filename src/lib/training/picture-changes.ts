/**
 * Single changes of a picture of bytes [S, S, C], 0 to 255; each returns a new one.
 *
 * They equal torchvision's `affine` (whole pixels), `hflip`, `resized_crop` (bilinear) and `erase`.
 */
import { tapsOf } from '../images/resize.ts';
import type { ImageShape } from './images.ts';

/** A rectangle in whole pixels. */
export interface Box {
  top: number;
  left: number;
  height: number;
  width: number;
}

/** Moved down and right by whole pixels; `background` comes in behind. */
export function shifted(
  pixels: Uint8Array,
  { imageSize, inChannels }: ImageShape,
  { down, right }: { down: number; right: number },
  background: number,
): Uint8Array {
  const moved = new Uint8Array(pixels.length).fill(background);
  const kept = Math.max(0, imageSize - Math.abs(right));
  for (let y = Math.max(0, down); y < Math.min(imageSize, imageSize + down); y++) {
    const from = ((y - down) * imageSize + Math.max(0, -right)) * inChannels;
    const row = pixels.subarray(from, from + kept * inChannels);
    moved.set(row, (y * imageSize + Math.max(0, right)) * inChannels);
  }
  return moved;
}

/** Left and right exchanged. */
export function mirrored(pixels: Uint8Array, { imageSize, inChannels }: ImageShape): Uint8Array {
  return pixels.map((_, at) => {
    const x = Math.floor(at / inChannels) % imageSize;
    return pixels[at + (imageSize - 1 - 2 * x) * inChannels]!;
  });
}

/** The part in the box, resized to the whole; bilinear, pixel centres at half numbers. */
export function resizedCrop(
  pixels: Uint8Array,
  { imageSize, inChannels }: ImageShape,
  { top, left, height, width }: Box,
): Uint8Array {
  const grown = new Uint8Array(pixels.length);
  const columns = tapsOf(width, imageSize);
  let at = 0;
  for (const row of tapsOf(height, imageSize))
    for (const column of columns)
      for (let channel = 0; channel < inChannels; channel++) {
        let sum = 0;
        for (const [i, down] of row.weights.entries())
          for (const [j, across] of column.weights.entries()) {
            const place = (top + row.start + i) * imageSize + left + column.start + j;
            sum += down * across * pixels[place * inChannels + channel]!;
          }
        grown[at++] = Math.round(sum);
      }
  return grown;
}

/** The box filled with one value. */
export function erased(
  pixels: Uint8Array,
  { imageSize, inChannels }: ImageShape,
  { top, left, height, width }: Box,
  value: number,
): Uint8Array {
  const blotted = pixels.slice();
  for (let y = top; y < top + height; y++) {
    const start = (y * imageSize + left) * inChannels;
    blotted.fill(value, start, start + width * inChannels);
  }
  return blotted;
}
