import { describe, expect, test } from 'vitest';
import {
  largestAddition,
  meanReadings,
  readingsOf,
  stationsOf,
} from '../../../src/lib/figures/stream.ts';

const plain = (rows: number[][]) => ({
  shape: [rows.length, rows[0]!.length],
  values: Float32Array.from(rows.flat()),
});

/** Two tokens of two numbers, one block: lengths and angles that can be read off a drawing. */
const trace = {
  embedded: plain([
    [3, 4],
    [1, 0],
  ]),
  'blocks.0.attention.output': plain([
    [0, -8],
    [0, 1],
  ]),
  'blocks.0.attended': plain([
    [3, -4],
    [1, 1],
  ]),
  'blocks.0.mlp.output': plain([
    [3, -4],
    [-2, -1],
  ]),
  'blocks.0.output': plain([
    [6, -8],
    [-1, 0],
  ]),
};

describe('the residual stream', () => {
  const stations = stationsOf(trace, 1);

  test('has a station at the start and after each branch', () => {
    expect(stations.map(({ name }) => name)).toEqual(['embedded', 'block 1, MSA', 'block 1, MLP']);
    expect(() => stationsOf(trace, 2)).toThrow('the trace holds no blocks.1.attended');
  });

  test('tells a token’s length, what was added, and where it points', () => {
    const [start, attended, output] = readingsOf(stations, 0);
    expect([start!.length, attended!.length, output!.length]).toEqual([5, 5, 10]);
    expect([start!.added, attended!.added, output!.added]).toEqual([0, 8, 5]);
    expect(attended!.withFirst).toBeCloseTo((9 - 16) / 25, 12);
    expect(output!.withFirst).toBeCloseTo(-7 / 25, 12);
    expect(output!.withBefore).toBeCloseTo(1, 12);
  });

  test('finds the branch that adds most for the length before it', () => {
    expect(largestAddition(readingsOf(stations, 0))).toEqual({ station: 1, ratio: 1.6 });
    expect(largestAddition(readingsOf(stations, 1)).station).toBe(2);
  });

  test('takes the mean over the tokens', () => {
    const [, , output] = meanReadings(stations);
    expect(output!.length).toBeCloseTo(5.5, 12);
    expect(output!.added).toBeCloseTo((5 + Math.sqrt(5)) / 2, 6);
  });
});
