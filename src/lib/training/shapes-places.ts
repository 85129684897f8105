/** Where the shapes of a picture stand, on a grid of G×G patches; a shape covers two by two of them. */
import type { RandomNumbers } from '../tensors/random-numbers.ts';

/** A shape's top left patch, counted from the picture's top left. */
export interface Place {
  row: number;
  column: number;
}

/** Patches along a side of a shape. */
const shapeSide = 2;

/** What a label may ask about. */
export interface Scene {
  red: Place;
  blue: Place;
  /** G. */
  grid: number;
}

/** Places for red, blue and bystanders that share no patch and fit: drawn until they do. */
export function drawPlaces(
  random: RandomNumbers,
  count: number,
  grid: number,
  fits: (scene: Scene) => boolean,
): Place[] {
  const side = grid - shapeSide + 1;
  for (;;) {
    const places = Array.from({ length: count }, () => ({
      row: random.integer(side),
      column: random.integer(side),
    }));
    if (fits({ red: places[0], blue: places[1], grid }) && apart(places)) return places;
  }
}

/** From blue to red for each label: left, right, above, below. */
const directions: Place[] = [
  { row: 0, column: -1 },
  { row: 0, column: 1 },
  { row: -1, column: 0 },
  { row: 1, column: 0 },
];

/** Red lies in the label's direction from blue: three patches or more along it, at most half as many across it. */
export function fitsDirection({ red, blue }: Scene, label: number): boolean {
  const { row, column } = directions[label];
  const [down, right] = [red.row - blue.row, red.column - blue.column];
  const along = down * row + right * column;
  const across = Math.abs(down * column) + Math.abs(right * row);
  return along >= 3 && 2 * across <= along;
}

/** Red lies wholly in the quarter of that number: top left, top right, bottom left, bottom right. */
export function fitsQuarter({ red, grid }: Scene, label: number): boolean {
  const half = grid / 2;
  const within = (place: number, far: boolean) => (far ? place >= half : place + shapeSide <= half);
  return within(red.row, label >= 2) && within(red.column, label % 2 === 1);
}

/** No two shapes share a patch. */
function apart(places: Place[]): boolean {
  const beside = (one: Place, other: Place) =>
    Math.abs(one.row - other.row) >= shapeSide || Math.abs(one.column - other.column) >= shapeSide;
  return places.every((one, i) => places.slice(0, i).every((other) => beside(one, other)));
}

/** Where each loose patch goes: the shapes' to their places, the rest row by row to what is left: [N], slot → patch. */
export function patchOrder(places: Place[], grid: number): number[] {
  const taken = places.flatMap(({ row, column }) =>
    [0, 1, grid, grid + 1].map((offset) => row * grid + column + offset),
  );
  const all = Array.from({ length: grid ** 2 }, (_, index) => index);
  return [...taken, ...all.filter((index) => !taken.includes(index))];
}
