import { expect, test } from 'vitest';
import { complaint, fitOf, fits } from '../../../../src/components/widgets/side-fit/fit.ts';
import { cropped, resized } from '../../../../src/components/widgets/side-fit/words.ts';

const fit = fitOf({ width: 102, height: 76, patchSize: 16 });

test('a crop keeps whole patches, and says what is lost', () => {
  expect([fit.across.cropped, fit.down.cropped]).toEqual([96, 64]);
  expect(cropped(fit)).toContain('96 × 64: keeps 79.3 % of the pixels'); // 6144 of 7752
  expect(cropped(fit)).toContain('6 columns and 12 rows are lost');
});

test('a resize goes to the nearest multiple, and says how round a circle stays', () => {
  expect([fit.across.resized, fit.down.resized]).toEqual([96, 80]);
  expect(fit.roundness).toBeCloseTo(96 / 102 / (80 / 76), 12);
  expect(resized(fit)).toContain('0.89 times as wide as it is high');
  expect(resized(fitOf({ width: 100, height: 100, patchSize: 16 }))).toContain('The shape stays');
});

test('a picture that fits needs neither; the complaint is the stage’s own', () => {
  expect(fits(fitOf({ width: 96, height: 64, patchSize: 16 }))).toBe(true);
  expect(complaint('image width', 96, 16)).toBeNull();
  expect(complaint('image width', 102, 16)).toBe(
    'patch embedding: image width 102 is not divisible by patchSize 16',
  );
});
