import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freePlaces } from '../../../src/lib/figures/free-places.ts';
import { runs } from '../cases.ts';

const label = (y: number, x = 0) => ({ x, y, width: 40 });

test('a label stands at the end of its line where that is free', () => {
  expect(freePlaces([label(50), label(80), label(53, 60)], [0, 200], 12)).toEqual([50, 80, 53]);
});

test('a label moves to the nearer side of the one before it', () => {
  expect(freePlaces([label(50), label(55), label(48)], [0, 200], 12)).toEqual([50, 62, 38]);
});

test('a label stays within the frame', () => {
  expect(freePlaces([label(-20), label(3), label(230)], [0, 200], 12)).toEqual([0, 12, 200]);
});

test('no two labels cover each other, wherever their lines end', () => {
  const place = fc.record({
    x: fc.integer({ min: 0, max: 300 }),
    y: fc.integer({ min: -50, max: 300 }),
    width: fc.integer({ min: 1, max: 80 }),
  });
  fc.assert(
    fc.property(fc.array(place, { maxLength: 6 }), (labels) => {
      const heights = freePlaces(labels, [8, 212], 12);
      for (const [i, a] of labels.entries()) {
        expect(heights[i]).toBeGreaterThanOrEqual(8);
        expect(heights[i]).toBeLessThanOrEqual(212);
        for (const [j, b] of labels.entries())
          if (i < j && a.x < b.x + b.width && b.x < a.x + a.width)
            expect(Math.abs(heights[i]! - heights[j]!)).toBeGreaterThanOrEqual(12);
      }
    }),
    runs,
  );
});
