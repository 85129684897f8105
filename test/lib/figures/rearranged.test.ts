import { expect, test } from 'vitest';
import { rearranged } from '../../../src/lib/figures/rearranged.ts';

test('patches move as whole squares', () => {
  const image = Float32Array.from({ length: 16 }, (_, i) => i);
  const size = { imageSize: 4, patchSize: 2, channels: 1 };
  const moved = rearranged(image, [3, 1, 2, 0], size);
  expect([...moved]).toEqual([10, 11, 2, 3, 14, 15, 6, 7, 8, 9, 0, 1, 12, 13, 4, 5]);
  expect(image[0]).toBe(0);
});

test('the channels of a pixel stay together', () => {
  const image = Uint8ClampedArray.from({ length: 8 }, (_, i) => i);
  const size = { imageSize: 2, patchSize: 1, channels: 2 };
  expect([...rearranged(image, [1, 0, 3, 2], size)]).toEqual([2, 3, 0, 1, 6, 7, 4, 5]);
});
