/**
 * Bilinear resizing with antialiasing: what Pillow's and torchvision's `Resize` do to a ViT's images.
 *
 * An output pixel is a weighted mean of the input pixels under a triangle around its centre; pixel centres lie at
 * half numbers, and the triangle is as wide as two output pixels when the picture shrinks, two input pixels when it
 * grows. Rows first, then columns, in float32, rounded once at the end.
 */
import { raster, type Raster } from './raster.ts';

/** The input positions from `start` on, and their weights, which sum to 1. */
export interface Taps {
  start: number;
  weights: Float32Array;
}

/** @throws RangeError when a side is not a whole number from 1 on. */
export function resize(source: Raster, width: number, height: number): Raster {
  if (!(Number.isInteger(width) && Number.isInteger(height) && width > 0 && height > 0))
    throw new RangeError(`resize: ${width} × ${height} is no size in whole pixels`);
  if (width === source.width && height === source.height) return source;
  const rows = alongRows(source.pixels, source.width, source.height, width); // [height₀, width, 4]
  return raster(width, height, alongColumns(rows, width, source.height, height));
}

/** For each of `to` output positions: which of `from` input positions count, and how much. */
export function tapsOf(from: number, to: number): Taps[] {
  const scale = from / to;
  const reach = Math.max(scale, 1);
  return Array.from({ length: to }, (_, i) => {
    const centre = (i + 0.5) * scale;
    const start = Math.max(0, Math.ceil(centre - reach - 0.5));
    const end = Math.min(from, Math.floor(centre + reach + 0.5));
    const raw = Array.from({ length: end - start }, (_, k) =>
      Math.max(0, 1 - Math.abs(start + k + 0.5 - centre) / reach),
    );
    const sum = raw.reduce((a, b) => a + b, 0);
    return { start, weights: Float32Array.from(raw, (weight) => weight / sum) };
  });
}

function alongRows(pixels: ArrayLike<number>, from: number, rows: number, to: number) {
  const taps = tapsOf(from, to);
  const out = new Float32Array(rows * to * 4);
  for (let y = 0, at = 0; y < rows; y++)
    for (const { start, weights } of taps)
      for (let c = 0; c < 4; c++, at++) {
        let sum = 0;
        for (let k = 0; k < weights.length; k++)
          sum += weights[k]! * pixels[(y * from + start + k) * 4 + c]!;
        out[at] = sum;
      }
  return out;
}

function alongColumns(rows: Float32Array, width: number, from: number, to: number) {
  const out = new Uint8ClampedArray(width * to * 4);
  const stride = width * 4;
  for (const [y, { start, weights }] of tapsOf(from, to).entries())
    for (let x = 0; x < stride; x++) {
      let sum = 0;
      for (let k = 0; k < weights.length; k++) sum += weights[k]! * rows[(start + k) * stride + x]!;
      out[y * stride + x] = sum;
    }
  return out;
}
