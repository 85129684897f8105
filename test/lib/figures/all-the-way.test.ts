import { describe, expect, test } from 'vitest';
import {
  classAttention,
  cutInColour,
  cutPicture,
  indexOfLargest,
  transposed,
} from '../../../src/lib/figures/all-the-way.ts';
import type { Palette } from '../../../src/lib/figures/ramps.ts';

test('rows become columns', () => {
  expect([...transposed([1, 2, 3, 4, 5, 6], 2, 3)]).toEqual([1, 4, 2, 5, 3, 6]);
});

test('what the class token takes is row 0 without its first number, mean of the heads', () => {
  const head = [0.5, 0.25, 0.25, 9, 9, 9, 9, 9, 9];
  const other = [0, 1, 0, 9, 9, 9, 9, 9, 9];
  expect([...classAttention([...head, ...other], 2, 3)]).toEqual([0.625, 0.125]);
});

test('the first of the largest numbers is found', () => {
  expect(indexOfLargest([1, 3, 2, 3])).toBe(1);
});

describe('a picture of 4 × 4 pixels, cut into 4 patches', () => {
  // Patch n holds the number n in its upper left corner, −1 elsewhere.
  const patches = [0, 1, 2, 3].flatMap((n) => [n / 4, -1, -1, -1]);
  const cut = cutPicture(patches, { grid: 2, patch: 2, channels: 1, ink: true });

  test('is 5 pixels wide: a gap of one between the patches', () => {
    expect(cut.side).toBe(5);
    const row = [1, 1, 0, 1, 1];
    const gap = [0, 0, 0, 0, 0];
    expect(Array.from(cut.solid)).toEqual([...row, ...row, ...gap, ...row, ...row]);
  });

  test('has each patch in its place, as numbers from 0 to 1', () => {
    const at = (x: number, y: number) => cut.values[y * 5 + x];
    expect([at(0, 0), at(3, 0), at(0, 3), at(3, 3)]).toEqual([0.5, 0.625, 0.75, 0.875]);
    expect(at(1, 0)).toBe(0);
  });

  test('is ink on nothing', () => {
    const palette = { ink: [10, 20, 30] } as unknown as Palette;
    const { data } = cutInColour(cut, palette);
    expect([...data.subarray(0, 4)]).toEqual([10, 20, 30, 128]);
    expect(data[2 * 4 + 3]).toBe(0);
  });
});
