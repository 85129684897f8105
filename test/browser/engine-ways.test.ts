/** What the engine falls back to on a device that lacks something: said in words, with the same numbers. */
import { expect, test } from 'vitest';
import { startBackend } from '../../src/lib/engine/backend.ts';
import type { PatchEmbeddingRequest } from '../../src/lib/engine/computations/patch-embedding.ts';
import type { FaultName } from '../../src/lib/engine/faults/fault-list.ts';
import { installFaults } from '../../src/lib/engine/faults/strike.ts';
import { clientWith } from './faulty.ts';

const request: PatchEmbeddingRequest = {
  image: Float32Array.from({ length: 16 * 16 * 2 }, (_, i) => ((i * 7) % 16) / 16),
  imageSize: 16,
  inChannels: 2,
  patchSize: 4,
  embedDim: 12,
  seed: 5,
};

const usual = await (await clientWith('')).startEngine();

// What one of these breaks in the page stays broken, so their order counts: a later one fails earlier.

test('without WebGL in workers the page computes, says so, and computes the same', async () => {
  expect(usual.info).toEqual({ backend: 'webgl', where: 'worker', announcement: null });
  const { startEngine } = await clientWith('no-worker-webgl');
  const engine = await startEngine();
  expect(engine.info).toEqual({
    backend: 'webgl',
    where: 'page',
    announcement:
      'This browser gives workers no WebGL: the numbers are computed in the page itself, which may stutter.',
  });
  const answers = [usual, engine].map((one) => one.compute('test', 'patchEmbedding', request));
  const [there, here] = (await Promise.all(answers)).map(({ result }) => result.tokens);
  expect(here).toEqual(there);
});

const reasons: [FaultName, string][] = [
  ['no-compile', 'this GPU does not compile our programs'],
  ['float16-only', 'this GPU writes numbers of 16 bits only, too few to train with'],
  ['no-float-textures', 'this GPU writes no textures of fractions'],
];

test.each(reasons)(
  'with %s WebGL is not used, and the reason is a sentence',
  async (name, reason) => {
    installFaults([{ name, step: null }]);
    await expect(startBackend(['webgl'])).rejects.toThrow(new Error(reason));
  },
);

test('without WebGL on either canvas the CPU computes, says why, and computes the same', async () => {
  const { startEngine } = await clientWith('no-webgl');
  const engine = await startEngine();
  expect(engine.info).toEqual({
    backend: 'cpu',
    where: 'worker',
    announcement:
      'This browser gives no WebGL 2: the numbers are computed on the CPU, which is many times slower.',
  });
  const answers = [usual, engine].map((one) => one.compute('test', 'patchEmbedding', request));
  const [there, here] = (await Promise.all(answers)).map(({ result }) => result.tokens);
  const differences = here!.map((value, i) => Math.abs(value - there![i]!));
  expect(Math.max(...differences)).toBeLessThan(1e-5);
});
