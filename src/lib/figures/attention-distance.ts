/**
 * How far attention reaches: the mean attention distance of Dosovitskiy et al. 2021 (Figure 11, Appendix D.7).
 *
 * Letters: L blocks, H heads, T tokens, G patches along a side, N = G² patches, the last N of the T tokens.
 */
import type { AttentionShape } from './attention.ts';

/**
 * For each block and head, [L, H] row-major: the distance in pixels between the centres of a query patch and of the
 * patches that it looks at, weighted by its attention; the mean over all query patches.
 *
 * d = 1/N Σ_i Σ_j a_ij |p_i − p_j| / Σ_j a_ij, over patches only: what a row gives to the class token has no distance,
 * so the rest of the row is scaled to sum to 1.
 *
 * @param attention [L, H, T, T], query rows. @param patchSize P, pixels.
 * @throws RangeError when there are fewer tokens than patches.
 */
export function meanDistances(
  attention: ArrayLike<number>,
  [layers, heads, tokens]: AttentionShape,
  grid: number,
  patchSize: number,
): Float64Array {
  const patches = grid ** 2;
  const first = tokens - patches;
  if (first < 0)
    throw new RangeError(`attention distance: ${tokens} tokens are fewer than ${patches} patches`);
  return Float64Array.from({ length: layers * heads }, (_, map) => {
    let sum = 0;
    for (let query = 0; query < patches; query++) {
      const row = (map * tokens + first + query) * tokens + first;
      sum += rowDistance(attention, row, query, grid);
    }
    return (patchSize * sum) / patches;
  });
}

/** The mean distance when every patch weighs the same, pixels. */
export function evenDistance(grid: number, patchSize: number): number {
  const patches = grid ** 2;
  const even = new Float32Array(patches ** 2).fill(1);
  return meanDistances(even, [1, 1, patches], grid, patchSize)[0]!;
}

/** Steps from one patch to those that a row weighs, in patches; the row begins at `row`. */
function rowDistance(weights: ArrayLike<number>, row: number, query: number, grid: number): number {
  let total = 0;
  let weighted = 0;
  for (let key = 0; key < grid ** 2; key++) {
    const weight = weights[row + key]!;
    total += weight;
    weighted += weight * steps(query, key, grid);
  }
  return total > 0 ? weighted / total : 0;
}

/** Euclidean distance of two patches, in patches. */
function steps(i: number, j: number, grid: number): number {
  return Math.hypot(Math.floor(i / grid) - Math.floor(j / grid), (i % grid) - (j % grid));
}
