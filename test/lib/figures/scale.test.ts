import { expect, test } from 'vitest';
import { linearScale, linePath, roundTicks } from '../../../src/lib/figures/scale.ts';
import { scientific } from '../../../src/lib/figures/small-numbers.ts';

test('a scale maps its ends to its ends', () => {
  const scale = linearScale([10, 20], [100, 0]);
  expect([10, 15, 20].map(scale)).toEqual([100, 50, 0]);
  expect(linearScale([1, 1], [5, 9])(1)).toBe(5);
});

test('ticks are round and lie inside', () => {
  expect(roundTicks(0, 4.62)).toEqual([0, 1, 2, 3, 4]);
  expect(roundTicks(0, 48, 3)).toEqual([0, 20, 40]);
  expect(roundTicks(-0.55, 0.55)).toEqual([-0.4, -0.2, 0, 0.2, 0.4]);
  expect(roundTicks(2, 2)).toEqual([2]);
});

test('a path goes from point to point in tenths', () => {
  expect(
    linePath([
      [0, 1.04],
      [2.26, 3],
    ]),
  ).toBe('M0 1L2.3 3');
});

test('small numbers keep two figures', () => {
  expect([0, 4.24e-7, 0.0362, 0.1, 1.34, 123.4, -2e-5].map(scientific)).toEqual([
    '0',
    '4.2e−7',
    '0.036',
    '0.10',
    '1.3',
    '123',
    '−2.0e−5',
  ]);
});
