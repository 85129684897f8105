/** What a hidden unit looks for, in a sentence. */
import { signed } from '../../../lib/figures/small-numbers.ts';
import { placeWords, tokenWords } from '../../../lib/figures/token-names.ts';
import { argMax, type Brightest } from './units.ts';

/** "patch 24, row 4, column 3": patches count from 1, as in Eq. 1; here `patch` counts from 0. */
export const patchWords = (patch: number, grid: number) =>
  `${tokenWords(patch + 1)}, ${placeWords(patch + 1, grid)}`;

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
      : `${name} lights up most, ${signed(most, 2)}, on ${patchWords(brightest, grid)}; ` +
        `${near} of ${map.length} patches reach more than half of that.`;
  if (!first) return own;
  return `${own} Of the bundled pictures, “${first.name}” lights it up most: ${signed(first.value, 2)}, on ${patchWords(first.patch, grid)}.`;
}
