import { expect, test } from 'vitest';
import { keptShare, seen } from '../../../../src/components/widgets/patch-filters/words.ts';

const set = (errors: number[]) => ({
  filters: new Float32Array(0),
  scores: new Float32Array(0),
  errors,
});
const result = {
  count: 2,
  mean: new Float32Array(0),
  principal: set([0.2, 0.1, 0]),
  random: set([0.2, 0.15, 0.12]),
};

test('half the error is three quarters kept', () => {
  expect(keptShare([0.2, 0.1, 0], 1)).toBeCloseTo(0.75, 12);
  expect(keptShare([0, 0], 1)).toBe(1);
});

test('a sentence compares the two sets', () => {
  expect(seen(result, 'principal', 1)).toBe(
    'From 1 principal component of 2 the picture comes back with an error of 25.5 of 255; as many random directions leave 38.3.',
  );
  expect(seen(result, 'random', 2)).toContain('as many principal components leave 0.0');
  expect(seen(result, 'principal', 0)).toContain('every patch is the mean patch');
});
