/** What a hidden unit looks for, in a sentence. */
import { signed } from '../../../lib/figures/small-numbers.ts';
import { argMax, type Brightest } from './units.ts';

/** "3,4": row and column, from 1. */
export const placeOf = (patch: number, grid: number) =>
  `${Math.floor(patch / grid) + 1},${(patch % grid) + 1}`;

export interface Seen {
  block: number;
  unit: number;
  /** [N]. */
  map: ArrayLike<number>;
  grid: number;
  /** The brightest of the set, with its picture's name; null while it is not known. */
  first: (Brightest & { name: string }) | null;
}

export function seen({ block, unit, map, grid, first }: Seen): string {
  const brightest = argMax(map);
  const most = map[brightest]!;
  const name = `Unit ${unit + 1} of block ${block + 1}`;
  const near = Array.from(map).filter((value) => value > most / 2).length;
  const own =
    most <= 0
      ? `${name} lights up on no patch of this picture.`
      : `${name} lights up most on patch ${placeOf(brightest, grid)} of this picture, ${signed(most, 2)}; ` +
        `${near} of ${map.length} patches reach more than half of that.`;
  if (!first) return own;
  return `${own} Of the bundled pictures, ${first.name} lights it up most: ${signed(first.value, 2)}, on patch ${placeOf(first.patch, grid)}.`;
}
