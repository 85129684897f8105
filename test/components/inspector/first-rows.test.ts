import { expect, test } from 'vitest';
import { firstRows } from '../../../src/components/inspector/first-rows.ts';
import { moreRows } from '../../../src/components/inspector/words.ts';

/** Numbers that say where they stand: 0, 1, 2, … */
const counted = (...shape: number[]) => ({
  shape,
  values: Float32Array.from({ length: shape.reduce((a, b) => a * b) }, (_, i) => i),
});

test('a small matrix is listed whole, a vector is one row', () => {
  expect(firstRows(counted(2, 3))).toEqual({
    rows: [
      { name: '1', numbers: [0, 1, 2] },
      { name: '2', numbers: [3, 4, 5] },
    ],
    more: 0,
  });
  expect(firstRows(counted(3)).rows).toEqual([{ name: '1', numbers: [0, 1, 2] }]);
});

test('of a large one the first 8 rows of 12 numbers, each named by its place on every axis', () => {
  const { rows, more } = firstRows(counted(4, 3, 50));
  expect(rows.map(({ name }) => name)).toEqual([
    '1, 1',
    '1, 2',
    '1, 3',
    '2, 1',
    '2, 2',
    '2, 3',
    '3, 1',
    '3, 2',
  ]);
  expect(rows[4]!.numbers.slice(0, 2)).toEqual([200, 201]); // (1 · 3 + 1) · 50
  expect(rows[4]!.numbers).toHaveLength(12);
  expect(more).toBe(600 - 96);
});

test('a sentence says how many numbers there are, and how many are left out', () => {
  expect(moreRows([2, 3], 0)).toBe('All 6 numbers.');
  expect(moreRows([4, 3, 50], 504)).toBe(
    'The first of 4 × 3 × 50 = 600 numbers; 504 more are in the picture only.',
  );
});
