import { expect, test } from 'vitest';
import {
  halfStopColour,
  parseHex,
  rampColour,
  rampHalfStop,
  rampStop,
  type Ramp,
} from '../../../src/lib/figures/ramps.ts';

const ramp: Ramp = [
  [0, 0, 0],
  [100, 50, 10],
  [200, 0, 0],
];

test('a ramp gives its stops and what lies between them', () => {
  expect(rampColour(ramp, 0)).toEqual([0, 0, 0]);
  expect(rampColour(ramp, 0.5)).toEqual([100, 50, 10]);
  expect(rampColour(ramp, 0.25)).toEqual([50, 25, 5]);
  expect(rampColour(ramp, 1)).toEqual([200, 0, 0]);
});

test('a ramp clamps what lies outside, and takes what is no number for its start', () => {
  expect(rampColour(ramp, -3)).toEqual([0, 0, 0]);
  expect(rampColour(ramp, 7)).toEqual([200, 0, 0]);
  expect(rampColour(ramp, NaN)).toEqual([0, 0, 0]);
});

test('the nearest of nine stops', () => {
  expect([0, 0.06, 0.07, 0.5, 0.94, 1, 2].map(rampStop)).toEqual([0, 0, 1, 4, 8, 8, 8]);
});

test('the nearest half stop, and its colour by name', () => {
  expect([0, 0.03, 0.04, 0.5, 0.97, 1, 2].map(rampHalfStop)).toEqual([0, 0, 1, 8, 16, 16, 16]);
  expect(halfStopColour('seq', 16)).toBe('var(--seq-8)');
  expect(halfStopColour('div', 7)).toBe('color-mix(in srgb,var(--div-3),var(--div-4))');
});

test('a colour is read from #rrggbb alone', () => {
  expect(parseHex('#10ff02')).toEqual([16, 255, 2]);
  expect(() => parseHex('red')).toThrow('"red" is not #rrggbb');
});
