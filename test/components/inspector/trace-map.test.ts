import { expect, test } from 'vitest';
import { symbolPath, symbolPaths, withRank } from '../../../src/components/inspector/trace-map.ts';

test('a star is the chosen block', () => {
  expect(symbolPath('blocks.*.attention.queries', 2)).toBe('blocks.2.attention.queries');
  expect(symbolPath('parameters.blocks.*.norm1.weight', 0)).toBe(
    'parameters.blocks.0.norm1.weight',
  );
  expect(symbolPath('embedded', 2)).toBe('embedded');
});

test('what enters a block has left the one before, or the embedding', () => {
  expect(symbolPath('blocks.*.input', 0)).toBe('embedded');
  expect(symbolPath('blocks.*.input', 2)).toBe('blocks.1.output');
});

test('the tensors of a model are all its blocks, each once', () => {
  expect(symbolPaths(['blocks.*.input', 'blocks.*.output', 'logits'], 2)).toEqual([
    'embedded',
    'blocks.0.output',
    'blocks.1.output',
    'logits',
  ]);
});

const values = [1, 2, 3, 4, 5, 6];

test('the batch of one falls away, a learned token keeps its own axis', () => {
  const tensor = { shape: [1, 3, 2], values };
  expect(withRank(tensor, 2, null)).toEqual({ tensor: { shape: [3, 2], values }, which: null });
  const token = withRank({ shape: [1, 1, 2], values: [7, 8] }, 2, null);
  expect(token.tensor.shape).toEqual([1, 2]);
});

test.each([
  ['1', [1, 2], 'patch 1 of 3'],
  ['2', [3, 4], 'patch 2 of 3'],
  ['N', [5, 6], 'patch 3 of 3'],
  ['i', [1, 2], 'patch 1 of 3'],
  ['9', [5, 6], 'patch 3 of 3'],
])('one of many: index %s is the row %j', (index, row, which) => {
  const { tensor, which: said } = withRank({ shape: [1, 3, 2], values }, 1, index);
  expect(tensor).toEqual({ shape: [2], values: row });
  expect(said).toBe(which);
});
