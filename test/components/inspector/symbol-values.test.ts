/** What pages publish, as inspectors find it. */
import { afterEach, expect, test } from 'vitest';
import type { BookSymbol } from '../../../src/components/inspector/book-symbol.ts';
import {
  announceModel,
  pageSizes,
  publishRun,
  publishSymbols,
  shownBlock,
  valueOf,
  type ModelRun,
} from '../../../src/components/inspector/symbol-values.ts';
import { tinyVit } from '../../../src/lib/model/config.ts';

const symbol = (id: string, value: string, shape: string[]): BookSymbol => ({
  id,
  name: id,
  say: id,
  hue: 'key',
  shape,
  meaning: '',
  value,
  picture: 'heads',
  lines: [],
});
const keys = symbol('k', 'blocks.*.attention.keys', ['H', 'N + 1', 'K']);
const E = symbol('E', 'parameters.patchEmbedding.weight', ['P²C', 'D']);
const patch = symbol('xpi', 'patchEmbedding.patches', ['P²C']);

const run: ModelRun = {
  config: tinyVit,
  tensors: {
    'blocks.0.attention.keys': { shape: [1, 2, 1, 1], values: [1, 2] },
    'blocks.2.attention.keys': { shape: [2, 1, 1], values: [3, 4] },
    'parameters.patchEmbedding.weight': { shape: [1, 2], values: [5, 6] },
    'patchEmbedding.patches': { shape: [2, 2], values: [0, 1, 0, -1] },
  },
  picture: 'ankle boot',
  pixels: [-1, 1],
  ink: true,
  weights: 'garments checkpoint',
  computed: ['webgl', '3 ms'],
};

afterEach(() => (shownBlock.value = 0));

test('nothing is known before anything is published, but the letters of the page’s model', () => {
  expect(valueOf(keys, null)).toBeNull();
  expect(pageSizes.value).toBeNull();
  announceModel(tinyVit);
  expect(pageSizes.value).toMatchObject({ N: 49, D: 32, H: 4, K: 8, M: 64, L: 3, classes: 10 });
  expect(valueOf(keys, null)).toBeNull();
});

test('a run gives each symbol its tensor, and says of what and with what it was computed', () => {
  publishRun(run);
  expect(valueOf(keys, null)).toEqual({
    shape: [2, 1, 1],
    values: [1, 2],
    patch: { patchSize: 4, inChannels: 1, pixels: [-1, 1], ink: true },
    caption: 'ankle boot, block 1 of 3',
    facts: ['computed here', 'webgl', '3 ms', 'garments checkpoint'],
  });
});

test('the reader’s block is that of all symbols of a block', () => {
  publishRun(run);
  shownBlock.value = 2;
  expect(valueOf(keys, null)).toMatchObject({
    values: [3, 4],
    caption: 'ankle boot, block 3 of 3',
  });
  shownBlock.value = 1;
  expect(valueOf(keys, null)).toBeNull();
});

test('a parameter is the same for every picture; a patch says which it is', () => {
  publishRun(run);
  expect(valueOf(E, null)).toMatchObject({ values: [5, 6], caption: '' });
  expect(valueOf(patch, 'N')).toMatchObject({
    shape: [2],
    values: [0, -1],
    caption: 'ankle boot, patch 2 of 2',
  });
});

test('what a page publishes for one symbol stands before the run', () => {
  publishRun(run);
  const own = { ...valueOf(E, null)!, values: [7, 8], facts: ['drawn by the figure'] };
  publishSymbols({ E: own });
  expect(valueOf(E, null)).toBe(own);
  expect(valueOf(keys, null)!.values).toEqual([1, 2]);
});
