/** What a sequence costs, against the layer list of a whole model and against sums by hand. */
import { expect, test } from 'vitest';
import { layers } from '../../../src/lib/model/layers.ts';
import { preset, vitSizes, type VitSize } from '../../../src/lib/model/presets.ts';
import { breakEven, sequenceCost, tokensPer } from '../../../src/lib/model/sequence-cost.ts';

const cut = { imageSize: 224, patchSize: 16, inChannels: 3 };

test('an image of 224 × 224 × 3 makes 150,528 values, 50,176 pixels and 196 patches', () => {
  expect(tokensPer('value', cut)).toBe(150_528);
  expect(tokensPer('pixel', cut)).toBe(50_176);
  expect(tokensPer('patch', cut)).toBe(196);
});

test('a side that P does not divide counts the patches that fit', () => {
  expect(tokensPer('patch', { ...cut, patchSize: 100 })).toBe(4);
  expect(tokensPer('patch', { ...cut, imageSize: 8 })).toBe(0);
});

test('the scores are the square of the tokens: 22.7 billion, 2.5 billion, 38,809', () => {
  const entries = (tokens: number) => sequenceCost(tokens, vitSizes.B).entries;
  expect(entries(150_528)).toBe(22_658_678_784);
  expect(entries(50_176)).toBe(2_517_630_976);
  expect(entries(197)).toBe(38_809);
  expect(sequenceCost(197, vitSizes.B).matrixBytes).toBe(4 * 38_809);
  expect(sequenceCost(197, vitSizes.B).headsBytes).toBe(12 * 4 * 38_809);
});

test.each(Object.keys(vitSizes) as VitSize[])(
  'the work of a block of ViT-%s is twice the multiply-adds of its layers',
  (size) => {
    const block = layers(preset({ size, patchSize: 16 })).filter(({ name }) =>
      name.startsWith('blocks.0.'),
    );
    const sum = (kind: string) =>
      block.filter((layer) => layer.kind === kind).reduce((all, one) => all + one.multiplyAdds, 0);
    const cost = sequenceCost(197, vitSizes[size]);
    expect(cost.denseFlops).toBe(2 * sum('dense'));
    expect(cost.attentionFlops).toBe(2 * sum('product'));
  },
);

test('dense layers and products draw level at 6 D tokens when M = 4 D', () => {
  expect(breakEven(vitSizes.B)).toBe(6 * 768);
  const { denseFlops, attentionFlops } = sequenceCost(6 * 768, vitSizes.B);
  expect(denseFlops).toBe(attentionFlops);
});
