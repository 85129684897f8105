import { describe, expect, test } from 'vitest';
import { examples, right } from '../../../../src/components/widgets/rearrange/settings.ts';
import { planFor, verdict } from '../../../../src/components/widgets/rearrange/verdict.ts';
import { seen } from '../../../../src/components/widgets/rearrange/words.ts';

const size = { imageSize: 16, patchSize: 4, inChannels: 3 };
const of = (pattern: string) => verdict(planFor(pattern, size), size);

describe('a pattern is judged by where its numbers come from', () => {
  test('the stage’s own is right', () => {
    expect(of(right)).toEqual({ kind: 'right', patchesInFirst: 1 });
    expect(of('n k (a p1) (i p2) -> n (a i) (p1 p2 k)').kind).toBe('right');
  });

  test('another order within rows, and of rows', () => {
    expect(of(examples['channels outermost']!).kind).toBe('within');
    expect(of(examples['column by column']!).kind).toBe('rows');
  });

  test('rows that mix patches: with p1 and h exchanged each of 16 patches gives 3 numbers', () => {
    expect(of(examples['p1 and h exchanged']!)).toEqual({ kind: 'mixed', patchesInFirst: 16 });
    expect(of('b c h w -> b (c h) w').kind).toBe('shape');
  });

  test('another shape', () => {
    expect(of(examples['one token for each pixel']!).kind).toBe('shape');
  });
});

test('more axes than the engine turns are refused', () => {
  expect(() => planFor('b c (h p1) (w p2) -> b c h w p1 p2', size)).not.toThrow();
  expect(() => planFor('(b x) c (h p1) (w p2) -> b x c h w p1 p2', size)).toThrow(/of b and x/);
});

test('a sentence says what has become of the patches', () => {
  const result = { shape: [1, 16, 48], numbers: new Float32Array(0), difference: 0.83 };
  const words = (kind: 'right' | 'within' | 'mixed' | 'shape') =>
    seen(result, { kind, patchesInFirst: 16 }, size);
  expect(words('mixed')).toContain('the first row holds numbers of 16 patches');
  expect(words('mixed')).toContain('up to 0.83');
  expect(words('within')).toContain('numbers within a row stand in another order');
  const other = { ...result, shape: [1, 256, 3], difference: null };
  expect(seen(other, { kind: 'shape', patchesInFirst: 0 }, size)).toContain(
    '[1, 256, 3] is not the shape of the patches, [1, 16, 48]',
  );
});
