import { expect, test } from 'vitest';
import { bookModelProblem } from '../../../src/lib/model/book-model.ts';
import { tinyVit } from '../../../src/lib/model/config.ts';

test('a model of any size can be shown by the chapters', () => {
  const other = { ...tinyVit, patchSize: 7, embedDim: 16, depth: 1, numHeads: 2, numClasses: 3 };
  expect(bookModelProblem(tinyVit)).toBeNull();
  expect(bookModelProblem({ ...other, positionEmbedding: 'none', dropRate: 0.1 })).toBeNull();
});

test('one whose parts are others is named with both', () => {
  expect(bookModelProblem({ ...tinyVit, pool: 'mean' })).toBe(
    'Chapters 4 to 10 show models with pool token; this one has pool mean.',
  );
  expect(bookModelProblem({ ...tinyVit, normFirst: false })).toContain('normFirst false');
});
