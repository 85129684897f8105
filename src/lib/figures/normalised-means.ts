/** The mean of tokens and a norm, in both orders. */
import type { Plain } from './stream.ts';

/**
 * LN(mean of the patches) against the mean of LN(patch), without γ and β; the first row is the class token and left out.
 */
export function normalisedMeans(
  { shape, values }: Plain,
  epsilon: number,
): { difference: number; cosine: number } {
  const [tokens, width] = shape as [number, number];
  const rows = Array.from({ length: tokens - 1 }, (_, i) =>
    Array.from({ length: width }, (_, d) => values[(i + 1) * width + d]!),
  );
  const before = normalised(meanOf(rows), epsilon);
  const after = meanOf(rows.map((row) => normalised(row, epsilon)));
  const dot = (a: number[], b: number[]) => a.reduce((sum, x, d) => sum + x * b[d]!, 0);
  return {
    difference: Math.max(...before.map((x, d) => Math.abs(x - after[d]!))),
    cosine: dot(before, after) / Math.sqrt(dot(before, before) * dot(after, after)),
  };
}

function meanOf(rows: number[][]): number[] {
  return rows[0]!.map((_, d) => rows.reduce((sum, row) => sum + row[d]!, 0) / rows.length);
}

function normalised(row: number[], epsilon: number): number[] {
  const mean = row.reduce((sum, x) => sum + x, 0) / row.length;
  const variance = row.reduce((sum, x) => sum + (x - mean) ** 2, 0) / row.length;
  return row.map((x) => (x - mean) / Math.sqrt(variance + epsilon));
}
