/** Numbers that say how attention spreads: plain arrays in, row-major, a row for each query. */
import { effectiveCount } from './attention.ts';

/** √ of the mean squared difference from the mean. */
export function standardDeviation(values: ArrayLike<number>): number {
  let total = 0;
  let squares = 0;
  for (let i = 0; i < values.length; i++) {
    total += values[i]!;
    squares += values[i]! ** 2;
  }
  const mean = total / values.length;
  return Math.sqrt(Math.max(0, squares / values.length - mean ** 2));
}

/** The middle one of the sizes |x|; of an even number, the upper of the two. */
export function medianSize(values: ArrayLike<number>): number {
  const sizes = Float64Array.from(values, Math.abs).sort();
  return sizes[Math.floor(sizes.length / 2)]!;
}

/** A figure of each row of a matrix with rows of `width` numbers. */
export function rowFigures(
  matrix: Float32Array,
  width: number,
  figure: (row: Float32Array) => number,
): number[] {
  return Array.from({ length: matrix.length / width }, (_, row) =>
    figure(matrix.subarray(row * width, (row + 1) * width)),
  );
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0) / values.length;
}

/** Effective tokens, exp(entropy), of every row's weights scaled to sum to 1: the mean over the rows. */
export function meanEffective(weights: Float32Array, tokens: number): number {
  return meanOf(rowFigures(weights, tokens, effectiveCount));
}

export const rowSum = (row: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < row.length; i++) total += row[i]!;
  return total;
};

/** Length of a row. */
export const rowLength = (row: ArrayLike<number>): number => {
  let total = 0;
  for (let i = 0; i < row.length; i++) total += row[i]! ** 2;
  return Math.sqrt(total);
};

/** How many values fall into each of `bins` equal parts of [low, high); what lies outside is left out. */
export function histogram(
  values: ArrayLike<number>,
  [low, high]: readonly [number, number],
  bins: number,
): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (let i = 0; i < values.length; i++) {
    const bin = Math.floor(((values[i]! - low) / (high - low)) * bins);
    if (bin >= 0 && bin < bins) counts[bin]! += 1;
  }
  return counts;
}
