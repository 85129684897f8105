import { describe, expect, test } from 'vitest';
import { errorCurve } from '../../../src/lib/figures/error-curve.ts';
import {
  filterSheet,
  patchesPicture,
  rebuiltPatches,
} from '../../../src/lib/figures/filter-pictures.ts';
import { shapeSizes } from '../../../src/lib/figures/shape-sizes.ts';

const grey = (value: number) => [value, value, value];

describe('filters as pictures', () => {
  const filters = Float32Array.from([1, -1, 0, 0.5, 2, 0, 0, -2]);
  const layout = { patchSize: 2, inChannels: 1 };
  const sheet = filterSheet(filters, { ...layout, shown: 2, columns: 2, kept: 1 });
  const pixel = (x: number, y: number) => [
    ...sheet.data.subarray((y * sheet.width + x) * 4, (y * sheet.width + x) * 4 + 4),
  ];

  test('stand side by side about mid grey, each on its own scale, the ones not kept faint', () => {
    expect([sheet.width, sheet.height]).toEqual([5, 2]);
    expect(pixel(0, 0)).toEqual([...grey(255), 255]);
    expect(pixel(1, 0)).toEqual([...grey(0), 255]);
    expect(pixel(0, 1)).toEqual([...grey(128), 255]);
    expect(pixel(2, 0)).toEqual([0, 0, 0, 0]);
    expect(pixel(3, 0)).toEqual([...grey(255), 80]);
    expect(pixel(4, 1)).toEqual([...grey(0), 80]);
  });

  test('rebuild patches from their mean and their scores', () => {
    const mean = Float32Array.from([1, 1, 1, 1]);
    const set = {
      filters: Float32Array.from([1, 0, 0, 0, 0, 1, 0, 0]),
      scores: Float32Array.from([2, 3, 4, 5]),
    };
    const take = (kept: number) => [...rebuiltPatches(mean, set, { ...layout, kept, count: 2 })];
    expect(take(0)).toEqual([1, 1, 1, 1, 1, 1, 1, 1]);
    expect(take(1)).toEqual([3, 1, 1, 1, 5, 1, 1, 1]);
    expect(take(2)).toEqual([3, 4, 1, 1, 5, 6, 1, 1]);
  });

  test('lay patches out row by row', () => {
    const patches = Float32Array.from({ length: 16 }, (_, i) => i / 255);
    const { width, height, data } = patchesPicture(patches, layout);
    const first = Array.from({ length: 16 }, (_, i) => Math.round(data[i * 4]!));
    expect([width, height]).toEqual([4, 4]);
    expect(first).toEqual([0, 1, 4, 5, 2, 3, 6, 7, 8, 9, 12, 13, 10, 11, 14, 15]);
  });
});

test('the error’s markup', () => {
  const curve = { principal: [30, 10, 0], random: [30, 25, 20], kept: 1 } as const;
  const markup = errorCurve({ ...curve, chosen: 'random' }, { width: 260, height: 200 });
  expect(markup).toContain('With 1 of 2: principal components 10.0, random directions 25.0');
  expect(markup).toMatchSnapshot();
});

test('matrices are drawn to one scale', () => {
  const markup = shapeSizes(
    [
      { name: 'E', hue: '--proj', rows: 100, columns: 50, sides: ['P²C', 'D'] },
      { name: 'tokens', hue: '--ink', rows: 10, columns: 50, sides: ['N', 'D'] },
    ],
    ['×'],
    { width: 404, tallest: 200 },
  );
  const rectangles = [...markup.matchAll(/width="([\d.]+)" height="([\d.]+)" fill/g)];
  expect(rectangles.map(([, width, height]) => [Number(width), Number(height)])).toEqual([
    [100, 200],
    [100, 20],
  ]);
});
