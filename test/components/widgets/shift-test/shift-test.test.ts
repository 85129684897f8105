import { expect, test } from 'vitest';
import { featureMaps } from '../../../../src/components/widgets/shift-test/maps.ts';
import { seen } from '../../../../src/components/widgets/shift-test/words.ts';

test('a map that has moved along is the same when it is moved back', () => {
  const before = [1, 2, 3, 4, 5, 6, 7, 8, 9];
  const after = [0, 1, 2, 0, 4, 5, 0, 7, 9];
  const choice = { shift: 1, feature: 0, features: 1, places: 1, margin: 0 };
  const maps = featureMaps(Float32Array.from([...before, ...after]), 3, choice);
  expect([...maps.before]).toEqual(before);
  expect([...maps.after]).toEqual(after);
  expect([...maps.difference]).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 0]);
  expect(maps.most).toBe(9);
});

test('a sentence says whether the tokens move along', () => {
  const found = { convolution: 0, tokens: 0.69 };
  expect(seen(3, 8, found)).toMatch(/differ by 0 % .* tokens do not: 3 is no multiple of 8.*69 %/);
  expect(seen(8, 4, { ...found, tokens: 2e-7 })).toMatch(
    /2 places to the right, the same to 2.0e−5 %/,
  );
  expect(seen(0, 4, found)).toBe('Nothing has moved, and no number differs.');
});
