import { expect, test } from 'vitest';
import { leftover, lengthRows } from '../../../../src/components/widgets/sequence-length/count.ts';
import { entriesPlot } from '../../../../src/components/widgets/sequence-length/plots.ts';
import {
  defaults,
  tabledSides,
} from '../../../../src/components/widgets/sequence-length/settings.ts';
import { misfit, seen } from '../../../../src/components/widgets/sequence-length/words.ts';

const sentence = (part: Partial<typeof defaults>) => {
  const settings = { ...defaults, ...part };
  return seen(settings, lengthRows(settings));
};

test('a sentence says how many tokens and scores there are, and how many pixels would make', () => {
  expect(sentence({})).toBe(
    'Patches of 16 × 16 make 196 of 224 × 224 pixels and the class token: 197 tokens. Attention scores every token against every token: 197 × 197 = 38,809 scores; a token for every pixel would make 65,000 times as many.',
  );
  expect(sentence({ classToken: false })).toContain('196 × 196 = 38,416 scores');
  expect(sentence({ patchSize: 1 })).toContain('as many as with a token for every pixel');
});

test('a side that the patch side does not divide is said, with both numbers and the nearest that fit', () => {
  const settings = { ...defaults, patchSize: 15 };
  expect(leftover(settings)).toEqual({ over: 14, smaller: 210, larger: 225 });
  expect(misfit(settings)).toContain(
    'image side 224 is no multiple of the patch side 15: 14 pixels',
  );
  expect(misfit(settings)).toContain('210 × 210');
  expect(misfit(defaults)).toBeNull();
});

test('ViT-B/16 is marked by its 196 patches whatever is chosen', () => {
  const settings = { ...defaults, imageSize: 64, patchSize: 8 };
  const { marks } = entriesPlot(settings, lengthRows(settings));
  expect(marks[0]).toEqual({ at: [224, 38_809], text: 'ViT-B/16: N = 196' });
});

test('the table has the reader’s own side among those that are marked, once', () => {
  expect(tabledSides(defaults)).toEqual([32, 64, 128, 224, 256, 512]);
  expect(tabledSides({ ...defaults, imageSize: 256 })).toEqual([32, 64, 128, 256, 512]);
});
