/** The sentences of "Heads side by side", and its switches. */
import { expect, test } from 'vitest';
import type { SeenHeads } from '../../../../src/components/widgets/heads/seen.ts';
import { patchWeights } from '../../../../src/components/widgets/heads/seen.ts';
import { defaults, isOff, switched } from '../../../../src/components/widgets/heads/settings.ts';
import { answerSeen, chosenSeen } from '../../../../src/components/widgets/heads/words.ts';

/** One block of two heads, a class token and a grid of two by two. */
const attention = new Float32Array(2 * 25).fill(0.2);
attention.set([0.1, 0.2, 0.5, 0.1, 0.1], 25 + 3 * 5);
const answer = (logits: number[], probabilities: number[]) => ({
  logits: Float32Array.from(logits),
  probabilities: Float32Array.from(probabilities),
});
const seen: SeenHeads = {
  attention,
  shape: [1, 2, 5],
  grid: 2,
  patchSize: 4,
  distances: Float64Array.of(3.4, 6),
  classNames: ['coat', 'bag'],
  off: [],
  before: answer([2, 1], [0.73, 0.27]),
  after: answer([2, 1], [0.73, 0.27]),
};

test('a row of one head, without the class token', () => {
  expect(Array.from(patchWeights(seen, [0, 1], 2), (w) => +w.toFixed(3))).toEqual([
    0.2, 0.5, 0.1, 0.1,
  ]);
  expect(patchWeights(seen, [0, 0], null)).toHaveLength(4);
});

test('what the chosen head does with the query', () => {
  expect(chosenSeen(seen, { ...defaults, chosen: [0, 1], patch: 2 })).toBe(
    'In block 1, head 2, patch 3 puts 50.0 % on patch 2 (row 1, column 2), more than on any other patch. ' +
      'Over all queries this head looks 6.0 pixels far, 1.5 patches.',
  );
});

test('what is said of the answer, with all heads and without some', () => {
  expect(answerSeen(seen)).toBe('All heads are on, and the answer is coat, with 73.0 %.');
  const without = { ...seen, off: [[0, 1]] as const, after: answer([0.5, 1], [0.38, 0.62]) };
  expect(answerSeen(without)).toBe(
    'With 1 head off, coat goes from 73.0 % to 38.0 %, and its logit moves by −1.50. ' +
      'The answer is now bag, with 62.0 %.',
  );
});

test('a switch turns one head off and on again', () => {
  const one = switched([], [1, 2]);
  expect(one).toEqual([[1, 2]]);
  expect(isOff(one, [1, 2])).toBe(true);
  expect(isOff(one, [2, 1])).toBe(false);
  expect(switched(switched(one, [0, 0]), [1, 2])).toEqual([[0, 0]]);
});
