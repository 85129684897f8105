/** What a block costs, by hand and against the literature. */
import { expect, test } from 'vitest';
import { blockCost } from '../../../src/lib/model/block-cost.ts';

const base = { grid: 14, embedDim: 768, numHeads: 12, mlpRatio: 4 };

test('splits into products, projections and MLP', () => {
  const cost = blockCost({ grid: 2, embedDim: 8, numHeads: 2, mlpRatio: 4 });
  expect(cost.tokens).toBe(5);
  expect(cost.products).toBe(2 * 5 * 5 * 8);
  expect(cost.projections).toBe(4 * 5 * 8 * 8);
  expect(cost.mlp).toBe(2 * 5 * 8 * 32);
  expect(cost.matrices).toBe(4 * 2 * 2 * 5 * 5);
});

test('of ViT-B/16, twelve times, is 17.56 billion multiply-adds with its patches and its head', () => {
  const { products, projections, mlp } = blockCost(base);
  const rest = 196 * 768 * 768 + 768 * 1000;
  expect((12 * (products + projections + mlp) + rest) / 1e9).toBeCloseTo(17.56, 2);
});

test('of more heads is more memory and the same work', () => {
  const [few, many] = [3, 12].map((numHeads) => blockCost({ ...base, numHeads }));
  expect(many!.products).toBe(few!.products);
  expect(many!.matrices).toBe(4 * few!.matrices);
  expect(many!.others).toBe(few!.others);
});

test('is the same for products and projections at twice as many tokens as numbers', () => {
  const { tokens, products, projections, mlp } = blockCost({
    ...base,
    embedDim: 41,
    numHeads: 1,
    grid: 9,
  });
  expect(tokens).toBe(2 * 41);
  expect(products).toBe(projections);
  expect(mlp).toBe(2 * projections);
});

test('needs H to divide D', () => {
  expect(() => blockCost({ ...base, embedDim: 64, numHeads: 5 })).toThrow(
    'attention: embedDim 64 is not divisible by numHeads 5',
  );
});
