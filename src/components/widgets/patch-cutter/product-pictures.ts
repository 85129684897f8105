/**
 * The pictures of x E: the row x of a patch, and E turned so that each of its rows makes one number of the token.
 *
 * Plain arrays in, one pixel per number out.
 */
import type { PatchEmbeddingResult } from '../../../lib/engine/protocol.ts';
import { heatmapPicture, largest, type Picture } from '../../../lib/figures/pictures.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';

/** Row `patch` of x_p: P²C numbers. */
export function rowOf(
  { patches }: PatchEmbeddingResult,
  patch: number,
  count: number,
): Float32Array {
  const length = patches.length / count;
  return patches.subarray(patch * length, (patch + 1) * length);
}

/** Row `patch` of x_p E: D numbers. */
export function tokenOf(
  { tokens }: PatchEmbeddingResult,
  patch: number,
  count: number,
): Float32Array {
  const length = tokens.length / count;
  return tokens.subarray(patch * length, (patch + 1) * length);
}

/** Eᵀ: [D, P²C], row-major. */
export function transposed(weight: Float32Array, width: number): Float32Array {
  const rows = weight.length / width;
  return Float32Array.from(weight, (_, i) => weight[(i % rows) * width + Math.floor(i / rows)]!);
}

/** The largest magnitude. */
export function magnitude(values: ArrayLike<number>): number {
  return largest(Array.from(values, Math.abs));
}

/** x as one line of P²C numbers, 0 to 1. */
export function rowPicture(row: Float32Array, { seq }: Palette): Picture {
  return heatmapPicture(row, 1, row.length, seq, [0, 1]);
}

/** Eᵀ as D lines of P²C numbers, symmetric about 0. */
export function weightPicture(weight: Float32Array, width: number, { div }: Palette): Picture {
  const most = magnitude(weight);
  return heatmapPicture(transposed(weight, width), width, weight.length / width, div, [
    -most,
    most,
  ]);
}
