/** The computations of chapters 1 and 2 on WebGL, in the worker: exact where numbers are only moved. */
import { expect, test } from 'vitest';
import { startEngine } from '../../src/lib/engine/client.ts';
import {
  parsePattern,
  planRearrangement,
  sourcesOf,
} from '../../src/lib/tensors/rearrange-pattern.ts';
import fixture from '../fixtures/rearrange.json';

const engine = await startEngine();
const [S, C, P] = [8, 3, 4];
const image = Float32Array.from({ length: S * S * C }, (_, i) => ((i * 37) % 101) / 101);
const size = { imageSize: S, inChannels: C, patchSize: P };

test('patterns move the numbers where NumPy moves them', async () => {
  const channelsFirst = (at: number) => image[(at % (S * S)) * C + Math.floor(at / (S * S))]!;
  for (const { pattern, sizes } of fixture.cases.slice(0, 4)) {
    const known = sizes as unknown as Record<string, number>;
    const plan = planRearrangement(parsePattern(pattern), [1, C, S, S], known);
    const { result } = await engine.compute('test', 'rearrangeImage', { ...size, image, pattern });
    expect([...result.numbers], pattern).toEqual(Array.from(sourcesOf(plan), channelsFirst));
  }
});

test('reshapes after a convolution have their shapes, and the right one its pictures', async () => {
  const images = new Float32Array(2 * image.length);
  images.set(image);
  images.set(image.slice().reverse(), image.length);
  const { result } = await engine.compute('test', 'tokenReshapes', { ...size, images });
  expect(result.merged.shape).toEqual([4, 96]);
  result.right.pictures.forEach((value, i) => expect(value).toBeCloseTo(images[i]!, 6));
  result.merged.pictures.forEach((value, i) => expect(value).toBeCloseTo(images[i]!, 6));
  expect(result.silent.difference).toBeGreaterThan(0.1);
});

test('filters rebuild the picture, and a shift moves responses along', async () => {
  const filters = await engine.compute('test', 'patchFilters', { ...size, image, seed: 1 });
  expect(filters.result.count).toBe(3);
  expect(filters.result.principal.errors.at(-1)).toBeLessThan(1e-6);
  const scene = Float32Array.from({ length: 12 * 12 * C }, (_, i) => ((i * 37) % 101) / 50 - 1);
  const request = { ...size, image: scene, most: 4, kernelSize: 3, features: 2, seed: 1 };
  const { differences } = (await engine.compute('test', 'shiftTest', request)).result;
  for (const { convolution } of differences) expect(convolution).toBeLessThan(1e-5);
  expect(differences[4]!.tokens).toBeLessThan(1e-5);
  expect(differences[2]!.tokens).toBeGreaterThan(0.1);
});
