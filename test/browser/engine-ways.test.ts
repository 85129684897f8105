/** What the engine falls back to on a device that lacks something: said in words, with the same numbers. */
import { expect, test } from 'vitest';
import type { PatchEmbeddingRequest } from '../../src/lib/engine/computations/patch-embedding.ts';
import { clientWith } from './faulty.ts';

const request: PatchEmbeddingRequest = {
  image: Float32Array.from({ length: 16 * 16 * 2 }, (_, i) => ((i * 7) % 16) / 16),
  imageSize: 16,
  inChannels: 2,
  patchSize: 4,
  embedDim: 12,
  seed: 5,
};

const { startEngine } = await clientWith('');
const usual = await startEngine();
const { result } = await usual.compute('test', 'patchEmbedding', request);

const onCpu = { backend: 'cpu', where: 'worker' };
const slow = 'the numbers are computed on the CPU, which is many times slower.';

/** In this order: what one of them breaks in the page stays broken, and a later one fails earlier. */
const ways: [fault: string, place: object, announcement: string][] = [
  ['no-worker-webgl', { backend: 'webgl', where: 'page' }, 'This browser gives workers no WebGL: the numbers are computed in the page itself, which may stutter.'], // prettier-ignore
  ['no-compile', onCpu, `This GPU does not compile our programs: ${slow}`],
  ['float16-only', onCpu, `This GPU writes numbers of 16 bits only, too few to train with: ${slow}`], // prettier-ignore
  ['no-float-textures', onCpu, `This GPU writes no textures of fractions: ${slow}`],
  ['no-webgl', onCpu, `This browser gives no WebGL 2: ${slow}`],
];

test('a page without faults has none', () => {
  expect(usual.info).toEqual({ backend: 'webgl', where: 'worker', announcement: null });
});

test.each(ways)(
  'with %s it computes elsewhere, says so, and computes the same',
  async (fault, place, announcement) => {
    const client = await clientWith(fault);
    const engine = await client.startEngine();
    expect(engine.info).toEqual({ ...place, announcement });
    const here = await engine.compute('test', 'patchEmbedding', request);
    const differences = here.result.tokens.map((value, i) => Math.abs(value - result.tokens[i]!));
    expect(Math.max(...differences)).toBeLessThan(1e-5);
  },
);
