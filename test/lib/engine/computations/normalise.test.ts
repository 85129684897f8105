/** A batch through five norms on the CPU, against plain arithmetic. */
import '../../../backend-cpu.ts';
import { memory } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { normalise } from '../../../../src/lib/engine/computations/normalise.ts';
import { numberAt, normKinds } from '../../../../src/lib/figures/norm-groups.ts';
import { average, normByHand } from '../../../norms-by-hand.ts';
import { normBatch } from '../../../norm-batch.ts';

const { request, batch } = normBatch();

test.each(normKinds)('%s is that of plain arithmetic', async (norm) => {
  const before = memory().numTensors;
  const result = await normalise({ ...request, norm });
  expect(memory().numTensors).toBe(before);
  const { epsilon } = result;
  const { weight, bias } = request.affine;
  const expected = normByHand(batch(1.5), { norm, groups: 2, epsilon, weight, bias });
  expect(result.output.length).toBe(expected.length);
  result.output.forEach((value, i) => expect(value).toBeCloseTo(expected[i]!, 4));
});

test('the shift moves others under BN in training, and under nothing else', async () => {
  const { influences } = await normalise({ ...request, norm: 'batch' });
  for (const { norm, own, others } of influences) {
    const options = {
      norm,
      groups: 2,
      epsilon: norm === 'batch' || norm === 'group' ? 1e-5 : 1e-6,
    };
    const [plain, moved] = [batch(0), batch(1.5)].map((one) =>
      normByHand(one, { ...options, ...request.affine }),
    );
    const changes = plain!.map((value, i) => Math.abs(value - moved![i]!));
    const last = changes.length - 4 * 6;
    expect(others).toBeCloseTo(Math.max(...changes.slice(0, last)), 4);
    expect(own).toBeCloseTo(Math.max(...changes.slice(last)), 4);
    if (norm === 'batch') expect(others).toBeGreaterThan(0.1);
    else expect(others).toBe(0);
  }
});

describe('batch norm at evaluation', () => {
  test('takes the running averages: 0 and 1 before the first batch', async () => {
    const result = await normalise({ ...request, norm: 'batch', training: false, batchesSeen: 0 });
    expect([...result.mean]).toEqual(Array(6).fill(0));
    expect([...result.variance]).toEqual(Array(6).fill(1));
    const of = result.influences.find(({ norm }) => norm === 'batch')!;
    expect(of.others).toBe(0);
  });

  test('they go a tenth of the way with each batch, the variance unbiased', async () => {
    const pool = [...request.pool];
    const all = { ...request, batch: request.shape[0], norm: 'batch' as const, training: false };
    const shape = { B: 4, P: 4, C: 6, image: false };
    const channel = (c: number) =>
      Array.from({ length: 16 }, (_, i) => {
        const place = { sample: Math.floor(i / 4), position: i % 4, channel: c };
        return pool[numberAt(shape, place)]!;
      });
    // A batch of the whole pool is the same whatever is drawn.
    const { mean, variance } = await normalise({ ...all, batchesSeen: 3 });
    const left = 0.9 ** 3;
    for (let c = 0; c < 6; c++) {
      const mu = average(channel(c));
      const unbiased = (average(channel(c).map((v) => (v - mu) ** 2)) * 16) / 15;
      expect(mean[c]).toBeCloseTo((1 - left) * mu, 5);
      expect(variance[c]).toBeCloseTo(left + (1 - left) * unbiased, 5);
    }
  });
});

test('a single vector in training is refused in words, and nobody else is', async () => {
  const single = {
    ...request,
    shape: [16, 1, 6] as [number, number, number],
    batch: 1,
    shift: { sample: 0, by: 1 },
  };
  const refused = await normalise({ ...single, norm: 'batch' });
  expect(refused.refused).toBe('batch norm: 1 value for each channel, training needs 2 or more');
  expect(refused.output.length).toBe(0);
  expect(refused.influences.find(({ norm }) => norm === 'batch')).toMatchObject({ own: null });
  const { output, influences } = await normalise({ ...single, norm: 'token' });
  expect(output.length).toBe(6);
  expect(influences.every(({ others }) => others === null)).toBe(true);
});

test('groups that do not divide the channels are refused with both numbers', async () => {
  const { refused } = await normalise({ ...request, norm: 'group', groups: 4 });
  expect(refused).toBe('group norm: channels 6 is not divisible by groups 4');
});

test('which batches are drawn is decided by the seed', async () => {
  const evaluate = (seed: number) =>
    normalise({ ...request, norm: 'batch', training: false, batchesSeen: 2, seed });
  const [one, again, other] = [await evaluate(1), await evaluate(1), await evaluate(2)];
  expect(again.mean).toEqual(one.mean);
  expect(other.mean).not.toEqual(one.mean);
});
