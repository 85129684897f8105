import { expect, test } from 'vitest';
import type { BookSymbol } from '../../../src/components/inspector/book-symbol.ts';
import { reading, spoken } from '../../../src/components/inspector/words.ts';

const symbol = (say: string, shape: string[]): BookSymbol => ({
  id: 'E',
  name: 'projection',
  say,
  hue: 'proj',
  shape,
  meaning: '',
  value: '',
  picture: 'filters',
  lines: [],
});
const sizes = { P: 4, C: 1, D: 64, N: 49 };

test('a symbol is said with its name and its shape', () => {
  const E = symbol('E, the patch projection', ['N', 'D']);
  expect(spoken(E, sizes, null)).toBe('E, the patch projection, 49 by 64');
  expect(spoken(E, null, null)).toBe('E, the patch projection');
});

test('a vector has so many numbers; one of many says which', () => {
  expect(spoken(symbol('x p, one patch', ['P²C']), sizes, '2')).toBe(
    'x p, one patch, number 2, 16 numbers',
  );
});

test('a letter is said with what it counts and its number', () => {
  const letter = { id: 'N', letter: true, meaning: 'patches of an image, G²' } as const;
  expect(spoken(letter, sizes, null)).toBe('N, patches of an image, G², 49');
});

const value = (values: number[], inChannels: number) => ({
  shape: [values.length],
  values,
  patch: { patchSize: 1, inChannels },
  caption: '',
  facts: [],
});

test('a picture says how it is to be read, and what its darkest colours stand for', () => {
  expect(reading('tokens', value([0.1, -0.3141], 1))).toBe(
    'tokens run left to right, −0.31 to 0.31',
  );
  expect(reading('weights', value([0.1, 0.25], 1))).toMatch(/0 to 0\.25$/);
  expect(reading('filters', value([1], 3))).toContain('red, green, blue side by side');
  expect(reading('patches', value([1], 3))).toBe('');
});
