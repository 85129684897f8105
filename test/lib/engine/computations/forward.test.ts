/** The shared forward pass, on a checkpoint made here. */
import { memory } from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { forward } from '../../../../src/lib/engine/computations/forward.ts';
import { modelParameters } from '../../../../src/lib/engine/computations/model-parameters.ts';
import { openFilesWith } from '../../../../src/lib/engine/files.ts';
import { encodeSafetensors } from '../../../../src/lib/io/safetensors.ts';
import { exportStateDict } from '../../../../src/lib/io/state-dict.ts';
import { toArrays } from '../../../../src/lib/io/tensors.ts';
import type { WeightsChoice } from '../../../../src/lib/model/checkpoint.ts';
import { tinyVit } from '../../../../src/lib/model/config.ts';
import { initVit } from '../../../../src/lib/model/vit.ts';
import { createRandom } from '../../../../src/lib/tensors/random.ts';
import '../../../backend-cpu.ts';

const classNames = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j'];
const garments: WeightsChoice = { kind: 'garments', seed: 1, architecture: 'garments' };
const image = Float32Array.from({ length: 28 * 28 }, (_, i) => (i % 29) / 28);
const written = initVit(tinyVit, createRandom(7));

beforeAll(async () => {
  const arrays = exportStateDict(await toArrays(written), tinyVit, 'timm');
  const files: Record<string, Uint8Array<ArrayBuffer>> = {
    'checkpoints/garments.json': new TextEncoder().encode(
      JSON.stringify({ name: 'garments', file: 'g.safetensors', model: tinyVit, classNames }),
    ),
    'checkpoints/g.safetensors': encodeSafetensors(arrays, { type: 'F16' }),
  };
  openFilesWith(async (path) => {
    const file = files[path];
    if (!file) throw new Error(`${path} could not be loaded (404).`);
    return file;
  });
});

describe('the shared forward pass', () => {
  test('returns every intermediate of the picture, without the batch axis', async () => {
    const { trace, probabilities, config } = await forward({ weights: garments, image });
    expect(config).toEqual(tinyVit);
    expect(trace['embedded']!.shape).toEqual([50, 32]);
    expect(trace['patchEmbedding.patches']!.shape).toEqual([49, 16]);
    // The first patch, row by row, is the picture's top left corner from −1 to 1.
    expect([...trace['patchEmbedding.patches']!.values.subarray(0, 5)]).toEqual(
      [0, 1, 2, 3, 28].map((i) => Math.fround(2 * image[i]! - 1)),
    );
    for (const block of [0, 1, 2]) {
      const { shape, values } = trace[`blocks.${block}.attention.weights`]!;
      expect(shape).toEqual([4, 50, 50]);
      for (let row = 0; row < 200; row++) {
        const sum = values.subarray(row * 50, (row + 1) * 50).reduce((a, b) => a + b, 0);
        expect(sum).toBeCloseTo(1, 5);
      }
    }
    expect(trace['logits']!.shape).toEqual([10]);
    expect(probabilities.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 5);
  });

  test('uses the weights of the file, rounded to 16 bits', async () => {
    const { parameters } = await modelParameters({ weights: garments });
    const values = await written.positions!.data();
    expect(parameters['positions']!.shape).toEqual([1, 50, 32]);
    values.forEach((value, i) =>
      expect(Math.abs(parameters['positions']!.values[i]! - value)).toBeLessThan(1e-3),
    );
  });

  test('leaves nothing behind, and gives the same numbers again', async () => {
    const first = await forward({ weights: garments, image });
    const { numTensors } = memory();
    const second = await forward({ weights: garments, image });
    expect(memory().numTensors).toBe(numTensors);
    expect(second.trace['logits']).toEqual(first.trace['logits']);
  });

  test('draws fresh weights of an architecture from their seed, and keeps only the last few', async () => {
    const fresh = (seed: number): WeightsChoice => ({ ...garments, kind: 'random', seed });
    const one = await forward({ weights: fresh(1), image });
    const { numTensors } = memory();
    for (const seed of [2, 3, 4, 5]) await forward({ weights: fresh(seed), image });
    const again = await forward({ weights: fresh(1), image });
    expect(again.trace['logits']).toEqual(one.trace['logits']);
    expect(memory().numTensors - numTensors).toBeLessThanOrEqual(2 * 46);
  });

  test('refuses what cannot be, with both numbers or the name', async () => {
    await expect(forward({ weights: garments, image: image.subarray(1) })).rejects.toThrow(
      'a picture of 783 numbers, expected 784',
    );
    const shapes: WeightsChoice = { kind: 'shapes', seed: 1, architecture: 'shapes' };
    await expect(forward({ weights: shapes, image })).rejects.toThrow(
      'checkpoints/shapes.json could not be loaded (404).',
    );
    await expect(forward({ weights: { ...shapes, kind: 'mine' }, image })).rejects.toThrow(
      'There is no model of your own yet',
    );
  });
});
