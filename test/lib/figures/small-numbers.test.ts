import { expect, test } from 'vitest';
import { agreement, signed } from '../../../src/lib/figures/small-numbers.ts';

test('a minus is a minus sign, and zero has none', () => {
  expect(signed(-0.25)).toBe('−0.250');
  expect(signed(-0.0001)).toBe('0.000');
  expect(signed(1.5, 1)).toBe('1.5');
});

test('agreement is said in words', () => {
  expect(agreement(0)).toBe('exactly the same');
  expect(agreement(2.4e-7)).toBe('the same to 2e−7');
});
