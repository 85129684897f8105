/**
 * How alike the rows of a position table are, and how that changes with their distance in the sequence.
 *
 * Letters: N positions, D width. Plain doubles in, plain doubles out.
 */

/** A table as rows, one for each position. */
export type Rows = readonly ArrayLike<number>[];

/** Every row against every other; both [N, N], row-major. */
export interface Likeness {
  count: number;
  /** Cosine of the angle between two rows; 0 where a row is zero, for it points nowhere. */
  cosines: Float64Array;
  /** Length of the difference of two rows. */
  distances: Float64Array;
}

/** How positions lie in a picture: G × G when they can, in one line otherwise. */
export interface Layout {
  rows: number;
  columns: number;
}

export function layoutOf(count: number): Layout {
  const side = Math.sqrt(count);
  return Number.isInteger(side) ? { rows: side, columns: side } : { rows: 1, columns: count };
}

/** Compares all pairs of rows. */
export function compareRows(rows: Rows): Likeness {
  const count = rows.length;
  const cosines = new Float64Array(count * count);
  const distances = new Float64Array(count * count);
  const norms = Float64Array.from(rows, (row) => Math.sqrt(dot(row, row)));
  for (let i = 0; i < count; i++)
    for (let j = i; j < count; j++) {
      const scale = norms[i]! * norms[j]!;
      const cosine = scale > 0 ? (i === j ? 1 : dot(rows[i]!, rows[j]!) / scale) : 0;
      const distance = i === j ? 0 : distanceOf(rows[i]!, rows[j]!);
      cosines[i * count + j] = cosines[j * count + i] = cosine;
      distances[i * count + j] = distances[j * count + i] = distance;
    }
  return { count, cosines, distances };
}

/** One row of an [N, N] matrix: a view. */
export function rowOf(matrix: Float64Array, row: number): Float64Array {
  const count = Math.sqrt(matrix.length);
  return matrix.subarray(row * count, (row + 1) * count);
}

/** The mean distance of all pairs that lie k steps apart, k = 0 … N − 1. */
export function meanByOffset({ count, distances }: Likeness): number[] {
  return Array.from({ length: count }, (_, k) => {
    let sum = 0;
    for (let i = 0; i + k < count; i++) sum += distances[i * count + i + k]!;
    return sum / (count - k);
  });
}

/** What differs by less is the same but for rounding. */
const rounding = 1e-9;

/** The first offset at which the curve falls from one step to the next; null when it never does. */
export function firstTurn(curve: readonly number[]): number | null {
  const turn = curve.findIndex((value, k) => curve[k + 1]! < value - rounding);
  return turn < 0 ? null : turn;
}

/** How many of the steps k → k + 1 lead down. */
export function fallingSteps(curve: readonly number[]): number {
  return curve.filter((value, k) => curve[k + 1]! < value - rounding).length;
}

/** The positions most like position `of`, itself left out: one, or several that are equally like it. */
export function nearest({ cosines }: Likeness, of: number): number[] {
  const row = rowOf(cosines, of);
  const others = Array.from(row, (_, i) => i).filter((i) => i !== of);
  const most = Math.max(...others.map((i) => row[i]!));
  return others.filter((i) => row[i]! > most - rounding);
}

/** Means of the cosine over pairs of the same row or column, and over all other pairs; pairs are of two positions. */
export function gridMeans(cosines: ArrayLike<number>): { sameLine: number; others: number } {
  const count = Math.sqrt(cosines.length);
  const { columns } = layoutOf(count);
  const sums = { same: 0, others: 0 };
  let same = 0;
  for (let i = 0; i < count; i++)
    for (let j = 0; j < count; j++) {
      if (i === j) continue;
      const inLine =
        i % columns === j % columns || Math.floor(i / columns) === Math.floor(j / columns);
      sums[inLine ? 'same' : 'others'] += cosines[i * count + j]!;
      if (inLine) same += 1;
    }
  return {
    sameLine: sums.same / same,
    others: sums.others / (count * (count - 1) - same),
  };
}

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += a[d]! * b[d]!;
  return sum;
}

function distanceOf(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let d = 0; d < a.length; d++) sum += (a[d]! - b[d]!) ** 2;
  return Math.sqrt(sum);
}
