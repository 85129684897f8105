import fc from 'fast-check';
import { expect, test } from 'vitest';
import { lineLetter, shapeOf, sizeOf } from '../../../src/lib/tensors/shape-expression.ts';

/** ViT-B/16 at 224 pixels, from the paper's table 1. */
const base = { S: 224, C: 3, P: 16, G: 14, N: 196, T: 197, D: 768, H: 12, K: 64, M: 3072, L: 12 };

test.each([
  ['P²C', 768],
  ['N + 1', 197],
  ['D', 768],
  ['D / H', 64],
  ['G²', 196],
  ['P·P·C', 768],
  ['3 × D', 2304],
  ['2D', 1536],
  ['(N + 1)D', 151296],
  ['T − 1', 196],
  ['S² / P²', 196],
  ['P³ − 2(C + 1)', 4088],
])('%s is %d for ViT-B/16', (expression, expected) => {
  expect(sizeOf(expression, base)).toBe(expected);
});

test('words are sizes too', () => {
  expect(shapeOf(['D', 'classes'], { ...base, classes: 1000 })).toEqual([768, 1000]);
});

test.each([
  ['N + Q', 'Q'],
  ['N +', 'its end'],
  ['N )', ')'],
  ['(N', 'bracket'],
  ['', 'its end'],
  ['N % 2', '%'],
])('“%s” is refused, and the sentence says what is wrong', (expression, said) => {
  expect(() => sizeOf(expression, base)).toThrow(RangeError);
  expect(() => sizeOf(expression, base)).toThrow(said);
});

test('products bind before sums, and both run from left to right', () => {
  const size = fc.integer({ min: 1, max: 50 });
  fc.assert(
    fc.property(size, size, size, (A, B, C) => {
      expect(sizeOf('A + B C', { A, B, C })).toBe(A + B * C);
      expect(sizeOf('A − B − C', { A, B, C })).toBe(A - B - C);
      expect(sizeOf('A B / C', { A, B, C })).toBe((A * B) / C);
    }),
  );
});

test('a size carries the line of the dimension that it counts', () => {
  expect(['N', 'N + 1', 'T', 'K', 'P²C', '3'].map(lineLetter)).toEqual([
    'N',
    'N',
    'N',
    'K',
    null,
    null,
  ]);
});
