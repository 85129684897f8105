import { describe, expect, test } from 'vitest';
import { addStroke, inkOf, type Stroke } from '../../../src/lib/images/drawing.ts';

const pen = (radius: number, ...points: [number, number][]): Stroke => ({
  tool: 'pen',
  radius,
  points: points.map(([x, y]) => ({ x, y })),
});
const row = (ink: Uint8ClampedArray, side: number, y: number) => [
  ...ink.subarray(y * side, (y + 1) * side),
];

describe('ink', () => {
  test('of nothing is nothing', () => {
    expect(inkOf([], 3)).toEqual(new Uint8ClampedArray(9));
  });

  test('of a dot covers by distance from its centre: full inside, half on the edge', () => {
    const ink = inkOf([pen(1, [2.5, 2.5])], 5);
    expect(row(ink, 5, 2)).toEqual([0, 128, 255, 128, 0]);
    expect(ink[0]).toBe(0);
  });

  test('of a line reaches from its first point to its last', () => {
    const ink = inkOf([pen(0.5, [1.5, 1.5], [4.5, 1.5])], 6);
    expect(row(ink, 6, 1)).toEqual([0, 255, 255, 255, 255, 0]);
    expect(row(ink, 6, 3)).toEqual([0, 0, 0, 0, 0, 0]);
  });

  test('goes away under the rubber, and only there', () => {
    const line = pen(0.5, [0.5, 0.5], [3.5, 0.5]);
    const rubbed = inkOf([line, { ...pen(0.5, [1.5, 0.5]), tool: 'rubber' }], 4);
    expect(row(rubbed, 4, 0)).toEqual([255, 0, 255, 255]);
  });

  test('is the same whether a stroke comes at once or point by point', () => {
    const whole = pen(1.5, [1, 1], [6, 2], [3, 7]);
    const ink = new Uint8ClampedArray(64);
    const growing = { ...whole, points: whole.points.slice(0, 1) };
    addStroke(ink, 8, growing);
    for (const point of whole.points.slice(1)) {
      growing.points = [...growing.points, point];
      addStroke(ink, 8, growing, growing.points.length - 1);
    }
    expect(ink).toEqual(inkOf([whole], 8));
  });

  test('stays on the paper when the pen leaves it', () => {
    const ink = inkOf([pen(1, [-5, 1.5], [9, 1.5])], 3);
    expect(ink).toHaveLength(9);
    expect(row(ink, 3, 1)).toEqual([255, 255, 255]);
  });
});
