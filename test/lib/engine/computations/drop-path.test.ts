/** Chapter 8's computations: what drop path does to a batch, on the bundled garments checkpoint and fresh weights. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { openPublicFiles } from '../../../../scripts/site-files.ts';
import {
  dropPathFlow,
  twice,
  type DropPathFlowRequest,
} from '../../../../src/lib/engine/computations/drop-path-flow.ts';
import { dropPathTimes } from '../../../../src/lib/engine/computations/drop-path-times.ts';
import { dropoutDraws } from '../../../../src/lib/engine/computations/dropout-draws.ts';
import { createRandom } from '../../../../src/lib/tensors/random.ts';
import '../../../backend-cpu.ts';

const picture = (step: number) =>
  Float32Array.from({ length: 784 }, (_, i) => ((i * step) % 29) / 28);
const request: DropPathFlowRequest = {
  weights: { kind: 'garments', seed: 1, architecture: 'garments' },
  images: [1, 3, 7, 12].map(picture),
  depth: null,
  rate: 0.5,
  oneDraw: false,
  seed: 4,
};

beforeAll(openPublicFiles);

describe('a batch under drop path', () => {
  test('keeps the branches that the same draws keep, grown by 1 / (1 − rate)', async () => {
    const { factors, lengths, rates, shape } = await dropPathFlow(request);
    expect(rates).toEqual([0, 0.25, 0.5]);
    expect(shape).toEqual({ depth: 3, batch: 4, embedDim: 32 });
    const random = createRandom(request.seed);
    const expected = rates.flatMap((rate) =>
      Array.from({ length: 8 }, () =>
        rate === 0 ? 1 : Math.floor(1 - rate + random.uniform()) / (1 - rate),
      ),
    );
    expect(expected).toContain(0);
    expected.forEach((factor, i) => expect(factors[i]).toBeCloseTo(factor, 4));
    // A branch that is dropped has been computed all the same.
    expect(Math.min(...lengths)).toBeGreaterThan(0.1);
  });

  test('with one draw both branches of a block share their fate', async () => {
    const { factors } = await dropPathFlow({ ...request, oneDraw: true, depth: 6 });
    for (let block = 0; block < 6; block++)
      for (let sample = 0; sample < 4; sample++)
        expect(factors[(2 * block + 1) * 4 + sample]).toBeCloseTo(
          factors[2 * block * 4 + sample]!,
          4,
        );
  });

  test('adds a branch whole or not at all, where dropout leaves gaps', async () => {
    const { branch, added, dropped, factors } = await dropPathFlow(request);
    for (let sample = 0; sample < 4; sample++) {
      const own = (of: Float32Array) => Array.from(of.subarray(sample * 32, (sample + 1) * 32));
      const factor = Math.round(factors[5 * 4 + sample]!);
      own(added).forEach((value, d) => expect(value).toBeCloseTo(factor * own(branch)[d]!, 4));
      const kept = own(dropped).filter((value) => value !== 0).length;
      expect(kept).toBeGreaterThan(4);
      expect(kept).toBeLessThan(28);
    }
  });

  test('changes nothing at evaluation, and nothing at rate 0', async () => {
    const none = await dropPathFlow({ ...request, rate: 0 });
    expect([...none.factors].every((factor) => Math.abs(factor - 1) < 1e-4)).toBe(true);
    none.training.forEach((p, b) => expect(p).toBeCloseTo(none.evaluation[b]!, 5));
    const some = await dropPathFlow(request);
    some.evaluation.forEach((p, b) => expect(p).toBeCloseTo(none.evaluation[b]!, 6));
    expect(some.training.some((p, b) => Math.abs(p - some.evaluation[b]!) > 0.01)).toBe(true);
  });

  test('leaves nothing on the device', async () => {
    await dropPathFlow({ ...request, depth: 2 });
    const { numTensors } = memory();
    await dropPathFlow({ ...request, depth: 2 });
    expect(memory().numTensors).toBe(numTensors);
  });
});

test('a generator may give each run of numbers twice', () => {
  const [one, two] = [createRandom(3), twice(createRandom(3), 2)];
  const [a, b, c, d] = Array.from({ length: 4 }, () => one.uniform());
  const doubled = Array.from({ length: 8 }, () => two.uniform());
  expect(doubled).toEqual([a, b, a, b, c, d, c, d]);
});

test('a draw of drop path keeps a sample as a whole', async () => {
  const values = Float32Array.from([1, 2, 3]);
  const asked = { values, rate: 0.4, draws: 300, seed: 2, path: true };
  const { mask, output } = await dropoutDraws(asked);
  for (let draw = 0; draw < 300; draw++) {
    expect(new Set(mask.subarray(3 * draw, 3 * draw + 3)).size).toBe(1);
    expect(output[3 * draw + 2]).toBeCloseTo(3 * mask[3 * draw]!, 5);
  }
  const kept = mask.filter((one) => one > 0).length / mask.length;
  expect(Math.abs(kept - 0.6)).toBeLessThan(4 * Math.sqrt((0.6 * 0.4) / 300));
});

test('masked and left out, the sums are the same', async () => {
  const asked = { depth: 4, embedDim: 8, numHeads: 2, batch: 5, rate: 0.6, seed: 1, round: 1 };
  const { difference, kept, milliseconds } = await dropPathTimes(asked);
  expect(difference).toBeLessThan(1e-5);
  expect(kept).toBeGreaterThan(10);
  expect(kept).toBeLessThan(40);
  for (const one of Object.values(milliseconds)) expect(one).toBeGreaterThan(0);
  const { numTensors } = memory();
  await dropPathTimes({ ...asked, round: 2 });
  expect(memory().numTensors).toBe(numTensors);
});
