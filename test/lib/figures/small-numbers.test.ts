import { expect, test } from 'vitest';
import { agreement, compact, signed } from '../../../src/lib/figures/small-numbers.ts';

test('a minus is a minus sign, and zero has none', () => {
  expect(signed(-0.25)).toBe('−0.250');
  expect(signed(-0.0001)).toBe('0.000');
  expect(signed(1.5, 1)).toBe('1.5');
});

test('agreement is said in words', () => {
  expect(agreement(0)).toBe('exactly the same');
  expect(agreement(2.4e-7)).toBe('the same to 2e−7');
});

test('terms of a sum stay readable however far apart they lie', () => {
  expect([0, 18.294, -0.5, 642.7, 53433.21].map(compact)).toEqual([
    '0.00',
    '18.29',
    '−0.50',
    '642.70',
    '53433.21',
  ]);
  expect([0.0142, 3.24e-9, 1.0686e13].map(compact)).toEqual(['0.014', '3.2e−9', '1.07e13']);
});
