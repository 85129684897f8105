/** The first numbers of a tensor, in rows along its last axis. */
import type { TracedTensor } from './symbol-values.ts';

export const mostRows = 8;
export const mostColumns = 12;

export interface FirstRows {
  /** Named by their place on the other axes, from 1: "1, 3" of [4, 50, 50] is the third row of the first matrix. */
  rows: { name: string; numbers: number[] }[];
  /** Numbers that are left out. */
  more: number;
}

export function firstRows({ shape, values }: TracedTensor): FirstRows {
  const columns = shape.at(-1) ?? 1;
  const outer = shape.slice(0, -1);
  const count = Math.min(mostRows, values.length / columns);
  const shown = Math.min(mostColumns, columns);
  const rows = Array.from({ length: count }, (_, row) => ({
    name: placeOf(row, outer),
    numbers: Array.from({ length: shown }, (_, column) => values[row * columns + column]!),
  }));
  return { rows, more: values.length - count * shown };
}

function placeOf(row: number, outer: readonly number[]): string {
  const places: number[] = [];
  let rest = row;
  for (const side of outer.toReversed()) {
    places.unshift((rest % side) + 1);
    rest = Math.floor(rest / side);
  }
  return places.join(', ') || '1';
}
