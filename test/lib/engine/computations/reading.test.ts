/** Ways to read a sequence, the heads trained on them, and the logit lens: on the bundled garments model. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookInput } from '../../../../scripts/posters/model.ts';
import { forward } from '../../../../src/lib/engine/computations/forward.ts';
import { logitLens } from '../../../../src/lib/engine/computations/logit-lens.ts';
import { readSequence } from '../../../../src/lib/engine/computations/read-sequence.ts';
import { trainHeads } from '../../../../src/lib/engine/computations/train-heads.ts';
import { registerGradients } from '../../../../src/lib/engine/gradients.ts';
import { readingWays } from '../../../../src/lib/model/reading-ways.ts';
import '../../../backend-cpu.ts';

let input: Awaited<ReturnType<typeof bookInput>>;
beforeAll(async () => {
  registerGradients();
  input = await bookInput();
});

const mean = (rows: number[][]) =>
  rows[0]!.map((_, d) => rows.reduce((sum, row) => sum + row[d]!, 0) / rows.length);

/** Eq. 4's norm without γ and β, worked out in doubles. */
function standardised(row: number[]): number[] {
  const average = row.reduce((a, b) => a + b, 0) / row.length;
  const variance = row.reduce((sum, x) => sum + (x - average) ** 2, 0) / row.length;
  return row.map((x) => (x - average) / Math.sqrt(variance + 1e-6));
}

test('the ways read the class token, and means with it and without, before the norm', async () => {
  const { weights, image } = input;
  const { trace, config } = await forward({ weights, image });
  const { vectors, width } = await readSequence({ weights, image, seed: 1 });
  const { values, shape } = trace[`blocks.${config.depth - 1}.output`]!;
  const rows = Array.from({ length: shape[0]! }, (_, t) => [
    ...values.subarray(t * width, (t + 1) * width),
  ]);
  // γ and β, read off the class token: the same for every vector.
  const [plain, normed] = [standardised(rows[0]!), trace['normalised.output']!.values];
  const others = { mean: mean(rows.slice(1)), meanAll: mean(rows) };
  expect(vectors.token).toEqual(normed);
  expect(vectors.preLogits).toEqual(vectors.token);
  expect(vectors.distilled).toHaveLength(2 * width);
  const [a, b] = [standardised(others.mean), standardised(others.meanAll)];
  for (let d = 0; d < width; d++) {
    const slope = (vectors.mean[d]! - vectors.meanAll[d]!) / (a[d]! - b[d]!);
    expect(vectors.mean[d]! - slope * (a[d]! - plain[d]!)).toBeCloseTo(normed[d]!, 2);
  }
});

test('the logit lens ends with the model’s own answer', async () => {
  const { weights, image } = input;
  const { probabilities } = await forward({ weights, image });
  const lens = await logitLens({ weights, image });
  const [places, tokens, classes] = lens.shape;
  expect(lens.shape).toEqual([4, 50, 10]);
  const last = lens.probabilities.subarray((places - 1) * tokens * classes).subarray(0, classes);
  last.forEach((value, c) => expect(value).toBeCloseTo(probabilities[c]!, 5));
});

describe('heads of one’s own', () => {
  const request = { trainImages: 64, testImages: 32, steps: 25, learningRate: 0.05, seed: 1 };

  test('learn from every way, count their own numbers, and leave nothing behind', async () => {
    const { weights, image } = input;
    await forward({ weights, image });
    const { numTensors } = memory();
    const heads = await trainHeads({ weights, image, ...request });
    expect(memory().numTensors).toBe(numTensors);
    for (const way of readingWays) expect(heads[way].accuracy).toBeGreaterThan(0.4);
    expect(heads.token.parameters).toBe(32 * 10 + 10);
    expect(heads.preLogits.parameters).toBe(32 * 32 + 32 + 330);
    expect(heads.distilled.parameters).toBe(2 * 330 + 2 * 32);
  }, 60_000);
});
