/** Chapters 7 and 8 on WebGL, in the worker: zeros that are zeros, and masks from draws that are known. */
import { expect, test } from 'vitest';
import { startEngine } from '../../src/lib/engine/client.ts';
import type { WeightsChoice } from '../../src/lib/model/checkpoint.ts';
import { createRandom } from '../../src/lib/tensors/random.ts';

const engine = await startEngine();
const weights: WeightsChoice = { kind: 'random', seed: 1, architecture: 'garments' };
const picture = (step: number) =>
  Float32Array.from({ length: 784 }, (_, i) => ((i * step) % 29) / 28);

test('a changed token changes its own MLP output, and not one bit of the others', async () => {
  const request = { weights, image: picture(3), block: 1, token: 12, seed: 1 };
  const ask = async (change: 'one' | 'shift') =>
    (await engine.compute('test', 'tokenLocality', { ...request, change })).result;
  const one = await ask('one');
  expect(one.mlp[12]).toBeGreaterThan(0.01);
  expect(one.mlp.filter((difference) => difference > 0)).toHaveLength(1);
  expect(one.attention.every((difference) => difference > 0)).toBe(true);
  const { mlp, attention } = await ask('shift');
  expect(Math.max(...mlp, ...attention)).toBeLessThan(1e-4);
});

test('drop path keeps what its draws keep, whole, and dropout keeps single numbers', async () => {
  const images = [1, 3, 7, 12].map(picture);
  const { result } = await engine.compute('test', 'dropPathFlow', {
    weights,
    images,
    depth: 4,
    rate: 0.6,
    oneDraw: false,
    seed: 4,
  });
  const random = createRandom(4);
  const expected = [0, 0.2, 0.4, 0.6].flatMap((rate) =>
    Array.from({ length: 8 }, () =>
      rate === 0 ? 1 : Math.floor(1 - rate + random.uniform()) / (1 - rate),
    ),
  );
  expected.forEach((factor, i) => expect(result.factors[i]).toBeCloseTo(factor, 3));
  for (let sample = 0; sample < 4; sample++) {
    const own = (of: Float32Array) => of.subarray(sample * 32, (sample + 1) * 32);
    const zeros = own(result.added).filter((value) => value === 0).length;
    expect(zeros).toBe(expected[7 * 4 + sample] === 0 ? 32 : 0);
    expect(own(result.dropped).filter((value) => value === 0).length % 32).toBeGreaterThan(0);
  }
});

test('with the dropped branches left out, the stream is the same', async () => {
  const asked = { depth: 3, embedDim: 16, numHeads: 2, batch: 6, rate: 0.6, seed: 1, round: 1 };
  const { result } = await engine.compute('test', 'dropPathTimes', asked);
  expect(result.difference).toBeLessThan(1e-4);
  expect(result.kept).toBeLessThan(36);
});
