/** A model with batch norms: running averages follow the batches, are saved with it, and are all that evaluation uses. */
import { concat, slice, tensor1d } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { decodeSafetensors, encodeSafetensors, storedValues } from '../../../src/lib/io/safetensors.ts'; // prettier-ignore
import { toArrays, toParameters } from '../../../src/lib/io/tensors.ts';
import { countParameters, flattenBuffers } from '../../../src/lib/model/parameters.ts';
import { vit, type VitParameters } from '../../../src/lib/model/vit.ts';
import type { BatchNormTrace } from '../../../src/lib/stages/batch-norm.ts';
import { evaluation } from '../../../src/lib/stages/mode.ts';
import { createRandom } from '../../../src/lib/tensors/random.ts';
import { release } from '../../../src/lib/tensors/scope.ts';
import { defaultSettings, type TrainingSettings } from '../../../src/lib/training/settings.ts';
import { initTraining, trainingStep, type TrainingState } from '../../../src/lib/training/step.ts';
import '../../backend-cpu.ts';
import { difference, values } from '../cases.ts';

const model = { ...defaultSettings.model, imageSize: 8, embedDim: 6, depth: 1, numHeads: 2, normalization: 'batch' as const }; // prettier-ignore
const settings: TrainingSettings = { ...defaultSettings, model, warmupSteps: 2, totalSteps: 20 };
const batch = {
  images: createRandom(5).uniformTensor([4, 8, 8, 1]),
  labels: tensor1d([0, 1, 2, 3], 'int32'),
};

function taken(state: TrainingState, steps: number, chosen = settings): TrainingState {
  for (let step = 0; step < steps; step++) ({ state } = trainingStep(state, batch, chosen));
  return state;
}

const buffers = ({ parameters }: TrainingState) =>
  flattenBuffers(parameters).map(({ name, tensor }) => ({ name, values: values(tensor) }));
const logits = (parameters: VitParameters, images = batch.images) =>
  vit(parameters, images, model, evaluation).logits;

describe('the running averages', () => {
  test('after one step are a tenth of the batch’s mean, and 0.9 with a tenth of its unbiased variance', () => {
    const start = initTraining(settings);
    const z = values(vit(start.parameters, batch.images, model, evaluation).embedded); // no norm has touched it
    const after = buffers(taken(start, 1));
    const of = (name: string) => after.find((one) => one.name === `blocks.0.norm1.running.${name}`)!.values; // prettier-ignore
    for (let channel = 0; channel < 6; channel++) {
      const column = z.filter((_, i) => i % 6 === channel);
      const mean = column.reduce((sum, x) => sum + x, 0) / 20; // 4 pictures of 5 tokens
      const squares = column.reduce((sum, x) => sum + (x - mean) ** 2, 0);
      expect(of('mean')[channel]).toBeCloseTo(0.1 * mean, 6);
      expect(of('variance')[channel]).toBeCloseTo(0.9 + (0.1 * squares) / 19, 6);
    }
  });

  test('neither decay nor are clipped, and have no moments', () => {
    const start = initTraining(settings);
    expect(start.moments.first.size).toBe(countParameters(model));
    const held = { ...settings, clipNorm: 1e-9, weightDecay: 0.9 };
    expect(buffers(taken(start, 1, held))).toEqual(buffers(taken(start, 1)));
  });

  test('are those of all batches: a second step goes on from the first', () => {
    const one = taken(initTraining(settings), 1);
    const still = { ...settings, learningRate: 0 };
    const again = buffers(taken(one, 1, still)).find(({ name }) => name === 'blocks.0.norm1.running.mean')!; // prettier-ignore
    const { blocks } = vit(one.parameters, batch.images, model, { training: true, random: createRandom(1) }); // prettier-ignore
    const fresh = values((blocks[0]!.norm1 as BatchNormTrace).mean);
    const first = buffers(one).find(({ name }) => name === again.name)!.values;
    again.values.forEach((value, i) =>
      expect(value).toBeCloseTo(0.9 * first[i]! + 0.1 * fresh[i]!, 6),
    );
  });

  test('outlive a trace that is freed', () => {
    const { parameters } = initTraining(settings);
    const before = values(logits(parameters));
    release(vit(parameters, batch.images, model, evaluation));
    expect(values(logits(parameters))).toEqual(before);
  });
});

describe('a model with batch norms', () => {
  const { parameters } = taken(initTraining(settings), 3);

  test('answers for a picture whatever others are in the batch, but not while it trains', () => {
    const one = slice(batch.images, 0, 1);
    const others = concat([one, createRandom(9).uniformTensor([3, 8, 8, 1])]);
    const first = (images: typeof one, training: boolean) => {
      const mode = training ? { training, random: createRandom(1) } : evaluation;
      return slice(vit(parameters, images, model, mode).logits, 0, 1);
    };
    expect(difference(first(others, false), first(batch.images, false))).toBeLessThan(1e-6);
    expect(difference(first(others, true), first(batch.images, true))).toBeGreaterThan(1e-3);
  });

  test('is not trained on one picture: the pool leaves one value for each channel', () => {
    const alone = { images: slice(batch.images, 0, 1), labels: tensor1d([0], 'int32') };
    expect(() => trainingStep(initTraining(settings), alone, settings)).toThrow(
      'batch norm: 1 value for each channel, training needs 2 or more',
    );
  });

  test('comes back from a file with its running averages, and goes on as if never interrupted', async () => {
    const half = taken(initTraining(settings), 3);
    const file = encodeSafetensors(await toArrays(half.parameters));
    const arrays = [...decodeSafetensors(file).tensors].map(([name, stored]) => ({
      name,
      shape: stored.shape,
      values: storedValues(stored),
    }));
    const read = toParameters(arrays, model);
    expect(values(logits(read))).toEqual(values(logits(half.parameters)));
    const resumed = taken({ ...half, parameters: read }, 3);
    const whole = taken(initTraining(settings), 6);
    expect(buffers(resumed)).toEqual(buffers(whole));
    expect(values(logits(resumed.parameters))).toEqual(values(logits(whole.parameters)));
  });

  test('does not come back without them', async () => {
    const arrays = await toArrays(parameters);
    const bare = arrays.filter(({ name }) => !name.includes('running'));
    expect(() => toParameters(bare, model)).toThrow('buffers: the record holds 6 tensors, got 0');
  });
});
