import { expect, test } from 'vitest';
import {
  attentionSummary,
  classTokenWeights,
  effectiveCount,
  similaritySummary,
} from '../../../src/lib/figures/attention.ts';

test('the class token’s row of a layer and head, without its weight on itself', () => {
  const attention = Float32Array.from({ length: 2 * 3 * 16 }, (_, i) => i);
  // Layer 1, head 2: matrix number 5 of 16 numbers each; its row 0 is 80, 81, 82, 83.
  expect([...classTokenWeights(attention, [2, 3, 4], 1, 2)]).toEqual([81, 82, 83]);
});

test('weights spread evenly over four patches count as four, one alone as one', () => {
  expect(effectiveCount([0.1, 0.1, 0.1, 0.1])).toBeCloseTo(4, 10);
  expect(effectiveCount([0, 0.3, 0, 0])).toBeCloseTo(1, 10);
  expect(effectiveCount([0, 0])).toBe(0);
});

test('the summary of attention says how far each block spreads', () => {
  const even = [0.2, 0.2, 0.2, 0.2, 0.2];
  const one = [0, 1, 0, 0, 0];
  const rest = new Array<number>(20).fill(0);
  const attention = Float32Array.from([...even, ...rest, ...one, ...rest]);
  expect(attentionSummary(attention, [1, 2, 5])).toBe(
    'Attention of the class token to 4 patches, 1 block by 2 heads. ' +
      'Patches that a head spreads over, block 1: 1 to 4.',
  );
});

test('the summary of positions tells neighbours from the rest', () => {
  // On a grid of 2 by 2 the diagonal pairs (0, 3) and (1, 2) are no neighbours.
  const similarity = Float32Array.from([
    1, 0.5, 0.5, -1, 0.5, 1, -1, 0.5, 0.5, -1, 1, 0.5, -1, 0.5, 0.5, 1,
  ]);
  expect(similaritySummary(similarity)).toBe(
    'Cosine similarity of 4 positions on a grid of 2 by 2. ' +
      'Mean of neighbours 0.50, of all other pairs -1.00.',
  );
});
