import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  cellWidth,
  cornerOf,
  patchAt,
  placeOf,
  step,
} from '../../../../src/components/widgets/patch-cutter/cut.ts';

const S = 112;

test('patches are counted row by row', () => {
  expect(patchAt({ x: 0, y: 0 }, S, 16)).toBe(0);
  expect(patchAt({ x: 111, y: 0 }, S, 16)).toBe(6);
  expect(patchAt({ x: 0, y: 16 }, S, 16)).toBe(7);
  expect(patchAt({ x: 111, y: 111 }, S, 16)).toBe(48);
});

test('every pixel lies in the patch that it names, for every patch side', () => {
  const pixel = fc.record({ x: fc.nat(S - 1), y: fc.nat(S - 1) });
  fc.assert(
    fc.property(pixel, fc.constantFrom(4, 8, 14, 16), (at, P) => {
      const { x, y } = cornerOf(patchAt(at, S, P), S, P);
      expect(at.x - x).toBeGreaterThanOrEqual(0);
      expect(at.x - x).toBeLessThan(P);
      expect(at.y - y).toBeGreaterThanOrEqual(0);
      expect(at.y - y).toBeLessThan(P);
    }),
  );
});

test('arrow keys move by one patch and stop at the edge', () => {
  expect(step('ArrowDown', 0, S, 16)).toEqual({ x: 0, y: 16 });
  expect(step('ArrowRight', 6, S, 16)).toBeNull();
  expect(step('ArrowLeft', 7, S, 16)).toBeNull();
  expect(step('Enter', 0, S, 16)).toBeNull();
});

test('number j of a row comes from its pixel and channel', () => {
  expect(placeOf(0, 16, 3)).toEqual({ row: 0, column: 0, channel: 0 });
  expect(placeOf(47, 16, 3)).toEqual({ row: 0, column: 15, channel: 2 });
  expect(placeOf(48, 16, 3)).toEqual({ row: 1, column: 0, channel: 0 });
  expect(placeOf(767, 16, 3)).toEqual({ row: 15, column: 15, channel: 2 });
});

test('a number is a whole count of screen pixels wide, at least one', () => {
  expect(cellWidth(48, 768)).toBe(16);
  expect(cellWidth(588, 768)).toBe(1);
  expect(cellWidth(2352, 768)).toBe(1);
});
