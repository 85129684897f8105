import { expect, test } from 'vitest';
import { undo } from '../../../../src/components/widgets/patches-check/inverse.ts';

const size = { imageSize: 16, patchSize: 4, inChannels: 3 };

test('the cutting written backwards puts every number back', () => {
  const { shape, back, total } = undo('b (h w) (p1 p2 c) -> b c (h p1) (w p2)', size);
  expect(shape).toEqual([1, 3, 16, 16]);
  expect([back, total]).toEqual([768, 768]);
});

test('another pattern leaves some where they are, and says how many', () => {
  const { back } = undo('b (w h) (p1 p2 c) -> b c (h p1) (w p2)', size);
  expect(back).toBe(4 * 4 * 4 * 3); // the patches on the diagonal
});

test('one that cannot be run says why', () => {
  expect(() => undo('b n (p1 p2 c) -> b c', size)).toThrow('the axis n stands on the left');
});
