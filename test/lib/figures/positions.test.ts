import { describe, expect, test } from 'vitest';
import {
  compareRows,
  fallingSteps,
  firstTurn,
  gridMeans,
  layoutOf,
  meanByOffset,
  nearest,
  rowOf,
} from '../../../src/lib/figures/positions.ts';

const square = compareRows([
  [3, 0],
  [0, 4],
  [-3, 0],
  [0, 0],
]);

describe('rows compared', () => {
  test('have the cosines and distances of right angles', () => {
    expect([...rowOf(square.cosines, 0)]).toEqual([1, 0, -1, 0]);
    expect([...rowOf(square.distances, 0)]).toEqual([0, 5, 6, 3]);
    expect([...rowOf(square.distances, 1)]).toEqual([5, 0, 5, 4]);
  });

  test('are zero where a row points nowhere, but for itself', () => {
    expect([...rowOf(square.cosines, 3)]).toEqual([0, 0, 0, 0]);
  });

  test('average over all pairs of an offset', () => {
    expect(meanByOffset(square)).toEqual([0, (5 + 5 + 3) / 3, (6 + 4) / 2, 3]);
  });

  test('name all that are equally near', () => {
    const line = compareRows([
      [1, 0],
      [1, 1],
      [0, 1],
    ]);
    expect(nearest(line, 1)).toEqual([0, 2]);
    expect(nearest(line, 0)).toEqual([1]);
  });
});

describe('a curve', () => {
  test('turns where it first falls', () => {
    const curve = [0, 1, 3, 2, 2.5, 2.25];
    expect(firstTurn(curve)).toBe(2);
    expect(fallingSteps(curve)).toBe(2);
  });

  test('does not turn for want of a last digit', () => {
    expect(firstTurn([0, 1, 1 - 1e-12, 2])).toBeNull();
    expect(firstTurn([])).toBeNull();
  });
});

test('positions lie in a square when they can, else in a line', () => {
  expect(layoutOf(49)).toEqual({ rows: 7, columns: 7 });
  expect(layoutOf(20)).toEqual({ rows: 1, columns: 20 });
});

test('means of a grid keep a row or column apart from the rest', () => {
  const cosines = Array.from({ length: 16 }, (_, i) => {
    const [a, b] = [Math.floor(i / 4), i % 4];
    if (a === b) return 1;
    return a % 2 === b % 2 || a < 2 === b < 2 ? 0.5 : -0.25;
  });
  expect(gridMeans(cosines)).toEqual({ sameLine: 0.5, others: -0.25 });
});
