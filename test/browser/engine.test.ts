import { expect, test } from 'vitest';
import { startEngine, SupersededError } from '../../src/lib/engine/client.ts';
import type { PatchEmbeddingRequest } from '../../src/lib/engine/computations/patch-embedding.ts';

const engine = await startEngine();

const image = Float32Array.from({ length: 4 * 4 * 2 }, (_, i) => ((i * 7) % 16) / 16);
const request: PatchEmbeddingRequest = {
  image,
  imageSize: 4,
  inChannels: 2,
  patchSize: 2,
  embedDim: 3,
  seed: 5,
};

test('the engine runs on WebGL in a worker, and says so', () => {
  expect(engine.info).toEqual({ backend: 'webgl', where: 'worker', announcement: null });
});

test('a page has one engine', async () => {
  expect(await startEngine()).toBe(engine);
});

test('patches come row by row, and a token is its patch times E', async () => {
  const { result, milliseconds } = await engine.compute('test', 'patchEmbedding', request);
  const at = (row: number, column: number, channel: number) =>
    image[(row * 4 + column) * 2 + channel];
  const second = [at(0, 2, 0), at(0, 2, 1), at(0, 3, 0), at(0, 3, 1)];
  expect([...result.patches.slice(8, 12)]).toEqual(second);
  for (let token = 0; token < 4; token++)
    for (let column = 0; column < 3; column++) {
      let sum = 0;
      for (let i = 0; i < 8; i++)
        sum += result.patches[token * 8 + i] * result.weight[i * 3 + column];
      expect(result.tokens[token * 3 + column]).toBeCloseTo(sum, 5);
    }
  expect(result.convolutionDifference).toBeLessThan(1e-6);
  expect(milliseconds).toBeGreaterThan(0);
});

test('a newer request of the same widget supersedes one that waits; others are left alone', async () => {
  const outcomes = await Promise.allSettled([
    engine.compute('a', 'patchEmbedding', request),
    engine.compute('a', 'patchEmbedding', { ...request, seed: 1 }),
    engine.compute('b', 'patchEmbedding', { ...request, seed: 2 }),
    engine.compute('a', 'patchEmbedding', { ...request, seed: 3 }),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual([
    'fulfilled',
    'rejected',
    'fulfilled',
    'fulfilled',
  ]);
  expect((outcomes[1] as PromiseRejectedResult).reason).toBeInstanceOf(SupersededError);
});

test('a request that cannot be computed fails with both numbers', async () => {
  const impossible = engine.compute('test', 'patchEmbedding', { ...request, patchSize: 3 });
  await expect(impossible).rejects.toThrow(/4.*3/);
});
