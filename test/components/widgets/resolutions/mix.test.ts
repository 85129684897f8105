import { expect, test } from 'vitest';
import {
  cellAt,
  farthest,
  middleOf,
  mixture,
  rangeOf,
  slab,
} from '../../../../src/components/widgets/resolutions/mix.ts';

test('a place stays where it is when the grid changes', () => {
  expect(cellAt({ x: 0.5, y: 0.2 }, 7)).toEqual({ row: 1, column: 3 });
  expect(cellAt({ x: 0.5, y: 0.2 }, 12)).toEqual({ row: 2, column: 6 });
  expect(cellAt({ x: 1, y: -1 }, 4)).toEqual({ row: 0, column: 3 });
  expect(cellAt(middleOf({ row: 2, column: 5 }, 6), 6)).toEqual({ row: 2, column: 5 });
});

test('a new place takes the products of its row’s and its column’s weights', () => {
  const weights = Float32Array.from([1, 0, 0.5, 0.5]); // two new lines of two old ones
  expect([...mixture(weights, 2, { row: 0, column: 1 })]).toEqual([0.5, 0.5, 0, 0]);
  expect([...mixture(weights, 2, { row: 1, column: 1 })]).toEqual([0.25, 0.25, 0.25, 0.25]);
});

test('one number of each row makes a slab', () => {
  expect([...slab(Float32Array.from([1, 2, 3, 4, 5, 6]), 3, 1)]).toEqual([2, 5]);
  expect(rangeOf([3, -1, 2])).toEqual({ low: -1, high: 3 });
});

test('two ways are as far apart as their worst number', () => {
  const table = (values: number[]) => ({
    interpolation: 'bilinear' as const,
    weights: new Float32Array(),
    table: Float32Array.from(values),
  });
  expect(farthest(table([1, 2, 3]), table([1.25, 2, 1]))).toBe(2);
});
