/** Pictures of symbols: every number has its pixel, where the layout says. */
import { expect, test } from 'vitest';
import {
  pictureBox,
  pictureKinds,
  pictureRange,
  pictureScale,
  symbolPicture,
  tilingOf,
  type PatchShape,
  type PictureKind,
} from '../../../src/lib/figures/symbol-picture.ts';
import type { Palette, Rgb } from '../../../src/lib/figures/ramps.ts';

const greys = (first: number): Rgb[] =>
  Array.from({ length: 9 }, (_, i) => [first + i, first + i, first + i] as const);
const palette: Palette = {
  paper: [255, 255, 255],
  ink: [0, 0, 0],
  seq: greys(10),
  div: greys(100),
};
const grey: PatchShape = { patchSize: 2, inChannels: 1 };
const colour = { patchSize: 2, inChannels: 3 };

/** The red part of each pixel, row by row. */
function reds(kind: PictureKind, shape: number[], values: number[], patch = grey): number[][] {
  const { width, height, data } = symbolPicture(kind, { shape, values }, patch, palette);
  return Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => data[(y * width + x) * 4]!),
  );
}

test('tokens run left to right, their numbers downwards', () => {
  expect(reds('tokens', [3, 2], [-4, 4, 0, 0, 4, -4])).toEqual([
    [100, 104, 108],
    [108, 104, 100],
  ]);
});

test('heads stand one under the other, a line of paper between them', () => {
  expect(reds('heads', [2, 2, 1], [-1, 1, 1, -1])).toEqual([
    [100, 108],
    [255, 255],
    [108, 100],
  ]);
});

test('weights begin at 0, rows are queries', () => {
  expect(reds('weights', [1, 2, 2], [0, 0.5, 0.25, 0])).toEqual([
    [10, 18],
    [14, 10],
  ]);
});

test('patches lie as they were cut, in ink, as light or in their own colours', () => {
  const numbers = [0, 1, 0.2, 0.6];
  expect(reds('patches', [1, 4], numbers, { ...grey, ink: true })).toEqual([
    [255, 0],
    [204, 102],
  ]);
  const inputs = numbers.map((value) => 2 * value - 1);
  expect(reds('patches', [4], inputs, { ...grey, pixels: [-1, 1] })).toEqual([
    [0, 255],
    [51, 153],
  ]);
  const red = [1, 0, 0];
  const two = [...red, 0.2, 0, 0, 0.4, 0, 0, 0.6, 0, 0, ...Array(12).fill(0)] as number[];
  expect(reds('patches', [2, 12], two, colour)).toEqual([
    [255, 51, 255, 0, 0],
    [102, 153, 255, 0, 0],
  ]);
});

test('a filter is a column folded as a patch, its channels side by side', () => {
  // Pixels (0, 2, 4) and (6, 8, −2) over (−4, −6, −8) and (0, 2, 4); 0 is 104, and 2 is one step.
  const column = [0, 2, 4, 6, 8, -2, -4, -6, -8, 0, 2, 4];
  expect(reds('filters', [12, 1], column, colour)).toEqual([
    [104, 107, 105, 108, 106, 103],
    [102, 104, 101, 105, 100, 106],
  ]);
});

test('a row is a row', () => {
  expect(reds('row', [1, 3], [-2, 0, 2])).toEqual([[100, 104, 108]]);
});

test('a shape that a kind does not draw is refused with both', () => {
  expect(() => tilingOf('heads', [3, 2], grey)).toThrow('“heads” does not draw a shape of [3, 2]');
  expect(() => tilingOf('patches', [3, 5], grey)).toThrow('[3, 5]');
});

test('every number of the shapes that the book has fits the box at one pixel, no more and no less', () => {
  const shapes: Record<PictureKind, number[]> = {
    patches: [49, 768],
    filters: [768, 32],
    tokens: [50, 32],
    heads: [4, 50, 8],
    maps: [4, 50, 50],
    weights: [4, 50, 50],
    row: [32],
  };
  for (const kind of pictureKinds) {
    const patch = { patchSize: 16, inChannels: 3 };
    const { tiles, columns, width, height, at } = tilingOf(kind, shapes[kind], patch);
    const seen = new Set<number>();
    for (let tile = 0; tile < tiles; tile++)
      for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) seen.add(at(tile, x, y));
    const count = shapes[kind].reduce((a, b) => a * b) / (kind === 'patches' ? 3 : 1);
    expect(seen.size, kind).toBe(count);
    const size = {
      width: columns * (width + 1) - 1,
      height: Math.ceil(tiles / columns) * (height + 1) - 1,
    };
    const scale = pictureScale(size);
    expect(scale * size.width, kind).toBeLessThanOrEqual(pictureBox.width);
    expect(scale * size.height, kind).toBeLessThanOrEqual(pictureBox.height);
    expect(Number.isInteger(scale)).toBe(true);
  }
});

test('the ramp is symmetric about 0, or begins there', () => {
  expect(pictureRange('tokens', [-3, 2])).toEqual([-3, 3]);
  expect(pictureRange('weights', [0.1, 0.4])).toEqual([0, 0.4]);
});
