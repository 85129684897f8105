/** How a new place of the table is mixed from the old ones. */
import type { Resized } from '../../../lib/engine/computations/interpolate-positions.ts';

/** A cell of the new grid. */
export interface Cell {
  row: number;
  column: number;
}

/** The cell that holds a place given as fractions of the side. */
export function cellAt({ x, y }: { x: number; y: number }, to: number): Cell {
  const index = (fraction: number) => Math.min(to - 1, Math.max(0, Math.floor(fraction * to)));
  return { row: index(y), column: index(x) };
}

/** The middle of a cell, as fractions of the side. */
export function middleOf({ row, column }: Cell, to: number): { x: number; y: number } {
  return { x: (column + 0.5) / to, y: (row + 0.5) / to };
}

/** What a new cell takes from each old one: the products of its row's and its column's weights, [from, from]. */
export function mixture(weights: Float32Array, from: number, { row, column }: Cell): Float32Array {
  return Float32Array.from(
    { length: from * from },
    (_, i) => weights[row * from + Math.floor(i / from)]! * weights[column * from + (i % from)]!,
  );
}

/** One of the D numbers over the whole grid: [G, G]. */
export function slab(table: Float32Array, embedDim: number, column: number): Float32Array {
  return Float32Array.from(
    { length: table.length / embedDim },
    (_, p) => table[p * embedDim + column]!,
  );
}

export interface Range {
  low: number;
  high: number;
}

export function rangeOf(values: ArrayLike<number>): Range {
  const all = Array.from(values);
  return { low: Math.min(...all), high: Math.max(...all) };
}

/** The largest difference between two ways' whole tables. */
export function farthest(a: Resized, b: Resized): number {
  return a.table.reduce((most, value, i) => Math.max(most, Math.abs(value - b.table[i]!)), 0);
}
