import { describe, expect, test } from 'vitest';
import { fromBfloat16, fromHalf, toHalf } from '../../../src/lib/io/half.ts';
import { createRandom } from '../../../src/lib/tensors/random.ts';

const patterns = [...Array(65_536).keys()];
const isNumber = (pattern: number) => !Number.isNaN(fromHalf(pattern));

describe('half precision', () => {
  test('every pattern comes back from its number', () => {
    expect(
      patterns.filter(isNumber).every((pattern) => toHalf(fromHalf(pattern)) === pattern),
    ).toBe(true);
  });

  test.each([
    [0x3c00, 1],
    [0xc000, -2],
    [0x7bff, 65_504],
    [0x0001, 2 ** -24],
    [0x0400, 2 ** -14],
    [0x7c00, Infinity],
  ])('%i is %s', (pattern, value) => {
    // prettier-ignore
    expect(fromHalf(pattern)).toBe(value);
  });

  test('the nearest is taken, and of two as near the even one', () => {
    expect(fromHalf(toHalf(1 + 0.4 / 1024))).toBe(1);
    expect(fromHalf(toHalf(1 + 0.6 / 1024))).toBe(1 + 1 / 1024);
    expect(fromHalf(toHalf(1 + 0.5 / 1024))).toBe(1);
    expect(fromHalf(toHalf(1 + 1.5 / 1024))).toBe(1 + 2 / 1024);
    expect(fromHalf(toHalf(2 ** -25))).toBe(0);
    expect(fromHalf(toHalf(1.01 * 2 ** -25))).toBe(2 ** -24);
    expect(fromHalf(toHalf(65_519))).toBe(65_504);
    expect(fromHalf(toHalf(65_520))).toBe(Infinity);
    expect(fromHalf(toHalf(NaN))).toBeNaN();
  });

  test('no half lies nearer to a number than the one chosen', () => {
    const random = createRandom(1);
    for (let i = 0; i < 20_000; i++) {
      const value = Math.fround(random.normal() * 10 ** (random.integer(12) - 7));
      const pattern = toHalf(value);
      const error = (other: number) => Math.abs(fromHalf(other) - value);
      if (!Number.isFinite(fromHalf(pattern))) continue;
      for (const other of [pattern - 1, pattern + 1])
        if (other % 0x8000 >= 0 && Number.isFinite(fromHalf(other)) && other % 0x8000 < 0x7c00)
          expect(error(pattern)).toBeLessThanOrEqual(error(other));
    }
  });
});

describe('bfloat16', () => {
  test.each([
    [0x3f80, 1],
    [0xc000, -2],
    [0x4049, 3.140625],
    [0x7f80, Infinity],
  ])('%i is %s', (pattern, value) => {
    // prettier-ignore
    expect(fromBfloat16(pattern)).toBe(value);
  });
});
