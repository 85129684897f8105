/**
 * Pictures at 4 bits a pixel, laid out so that gzip finds little left to say.
 *
 * A level is 0 to 15 and stands for the byte 17 · level. What is stored is how far each level lies from what PNG's Paeth
 * predictor (ISO/IEC 15948, 9.4) makes of its neighbours, modulo 16. Two rows share their bytes: the upper one's number
 * in the high half, the lower one's in the low half.
 */
import type { ImageShape } from './images.ts';

/** From a level to a byte: 15 · 17 = 255. */
export const levelStep = 17;

/** The nearest of the 16 bytes that 4 bits can say; at most 8 away. */
export function toFourBits(pixels: Uint8Array): Uint8Array<ArrayBuffer> {
  return pixels.map((value) => levelStep * Math.round(value / levelStep));
}

/** Pixels [count, S, S, C], 0 to 255 → half as many bytes. @throws RangeError when S is odd, with it. */
export function packFourBits(pixels: Uint8Array, shape: ImageShape): Uint8Array<ArrayBuffer> {
  const levels = pixels.map((value) => Math.round(value / levelStep));
  const residuals = new Uint8Array(levels.length);
  predict(levels, shape, (at, prediction) => (residuals[at] = (levels[at] - prediction) & 15));
  const packed = new Uint8Array(pixels.length / 2);
  eachPair(shape, packed.length, (at, upper, lower) => {
    packed[at] = (residuals[upper] << 4) | residuals[lower];
  });
  return packed;
}

/** What `packFourBits` packed: [count, S, S, C], multiples of 17. */
export function unpackFourBits(packed: Uint8Array, shape: ImageShape): Uint8Array<ArrayBuffer> {
  const levels = new Uint8Array(packed.length * 2);
  eachPair(shape, packed.length, (at, upper, lower) => {
    levels[upper] = packed[at] >> 4;
    levels[lower] = packed[at] & 15;
  });
  predict(levels, shape, (at, prediction) => (levels[at] = (levels[at] + prediction) & 15));
  return levels.map((level) => levelStep * level);
}

/** Calls for each byte with its place, and with the places of the two pixels in it. */
function eachPair(
  { imageSize, inChannels }: ImageShape,
  bytes: number,
  visit: (at: number, upper: number, lower: number) => void,
): void {
  if (imageSize % 2 !== 0)
    throw new RangeError(`four bits: ${imageSize} rows cannot be taken two by two`);
  const row = imageSize * inChannels;
  for (let start = 0; start < bytes; start += row)
    for (let at = start; at < start + row; at++) visit(at, start + at, start + at + row);
}

/** Calls for each place in turn with what its neighbours, 0 outside the picture, foretell of its level. */
function predict(
  levels: Uint8Array,
  { imageSize, inChannels }: ImageShape,
  visit: (at: number, prediction: number) => void,
): void {
  const row = imageSize * inChannels;
  for (let start = 0; start < levels.length; start += row) {
    const top = start % (row * imageSize) === 0;
    for (let x = 0; x < row; x++) {
      const at = start + x;
      const left = x < inChannels ? 0 : levels[at - inChannels];
      const above = top ? 0 : levels[at - row];
      const corner = top || x < inChannels ? 0 : levels[at - row - inChannels];
      visit(at, paeth(left, above, corner));
    }
  }
}

/** Of the three, the one nearest to left + above − corner. */
function paeth(left: number, above: number, corner: number): number {
  const offLeft = Math.abs(above - corner);
  const offAbove = Math.abs(left - corner);
  const offCorner = Math.abs(left + above - 2 * corner);
  if (offLeft <= offAbove && offLeft <= offCorner) return left;
  return offAbove <= offCorner ? above : corner;
}
