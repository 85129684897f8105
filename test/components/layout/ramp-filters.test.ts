import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { rampFilters } from '../../../src/components/layout/ramp-filters.ts';

const tokens = readFileSync('src/styles/tokens.css', 'utf8');

test('the nine stops of a ramp, from black to white', () => {
  const red = rampFilters(tokens).match(/id="div-light".*?feFuncR[^>]*tableValues="([^"]*)"/)![1]!;
  const values = red.split(' ').map(Number);
  expect(values).toHaveLength(9);
  expect(values[1]).toBeCloseTo(0x39 / 255, 3); // --div-1: #397aad
  expect(values[8]).toBeCloseTo(0x77 / 255, 3); // --div-8: #773a00
});

test('the dark theme has its own colours', () => {
  const red = rampFilters(tokens).match(/id="seq-dark".*?feFuncR[^>]*tableValues="([^"]*)"/)![1]!;
  expect(Number(red.split(' ')[0])).toBeCloseTo(0x15 / 255, 3); // --seq-0: #151e2f
});

test('a missing token is named', () => {
  expect(() => rampFilters('--seq-0: #000000;')).toThrow('--seq-1');
});
