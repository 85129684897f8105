import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  entropy,
  headOf,
  heaviest,
  meetingOf,
  scoresOf,
  softmaxOf,
} from '../../../src/lib/figures/attention-head.ts';
import type { ParityFixture } from '../../../src/lib/parity/fixture.ts';

/** PyTorch's own numbers: the first picture of the first case, [H, T, K]. */
const { forward: traced } = (
  JSON.parse(readFileSync('public/parity/attention.json', 'utf8')) as ParityFixture
).cases[0]!;
const trace = Object.fromEntries(
  ['queries', 'keys', 'values', 'weights', 'heads'].map((name) => {
    const { shape, values } = traced[name]!;
    const size = shape.slice(1).reduce((product, side) => product * side, 1);
    const one = { shape: shape.slice(1), values: Float32Array.from(values.slice(0, size)) };
    return [`blocks.0.attention.${name}`, one];
  }),
);
const [heads, tokens, width] = trace['blocks.0.attention.queries']!.shape;

test('the arithmetic of every cell leads to PyTorch’s weight, that of every row to its output', () => {
  expect(heads).toBeGreaterThan(1);
  for (let h = 0; h < heads!; h++) {
    const head = headOf(trace, 0, h);
    for (let query = 0; query < tokens!; query++) {
      const received = new Array<number>(width!).fill(0);
      for (let key = 0; key < tokens!; key++) {
        const one = meetingOf(head, query, key, Math.sqrt(width!));
        expect(one.exponential / one.total).toBeCloseTo(one.weight, 5);
        expect(one.score).toBeCloseTo(scoresOf(head, query)[key]!, 10);
        one.contribution.forEach((term, i) => (received[i]! += term));
      }
      const output = Array.from(meetingOf(head, query, 0, Math.sqrt(width!)).output);
      output.forEach((value, i) => expect(received[i]).toBeCloseTo(value, 5));
    }
  }
});

test('the heaviest key is that of the largest weight', () => {
  const head = headOf(trace, 0, 1);
  const row = Array.from(head.weights.subarray(tokens!, 2 * tokens!));
  for (const weight of row) expect(row[heaviest(head, 1)]).toBeGreaterThanOrEqual(weight);
});

test('two scores become weights: 2 and 0 as 14 and 12', () => {
  expect(softmaxOf([2, 0])[0]).toBeCloseTo(0.880797, 6); // 1 / (1 + e⁻²)
  expect(softmaxOf([14, 12])).toEqual(softmaxOf([2, 0]));
  expect(softmaxOf([1000, 1000])).toEqual([0.5, 0.5]);
});

test('entropy is 0 for one token, log T for T equal ones', () => {
  expect(entropy([0, 1, 0])).toBeCloseTo(0, 12);
  expect(entropy([0.25, 0.25, 0.25, 0.25])).toBeCloseTo(Math.log(4), 12);
});
