/** The fused training step against the plain one, from the same state and for all sorts of settings. */
import type { WebGLMemoryInfo } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl';
import { memory, slice, tensor1d, type Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { fusedAvailable } from '../../src/lib/accelerated/fused/available.ts';
import { fusedOps } from '../../src/lib/accelerated/fused/ops.ts';
import { plainOps } from '../../src/lib/accelerated/fused/plain.ts';
import {
  fusedGradients,
  fusedLogits,
  fusedTrainingStep,
} from '../../src/lib/accelerated/fused/step.ts';
import { tinyVit, type VitConfig } from '../../src/lib/model/config.ts';
import { flattenParameters } from '../../src/lib/model/parameters.ts';
import { vit } from '../../src/lib/model/vit.ts';
import { evaluation } from '../../src/lib/stages/mode.ts';
import { createRandom } from '../../src/lib/tensors/random.ts';
import { release, scoped } from '../../src/lib/tensors/scope.ts';
import { noAugmentation } from '../../src/lib/training/augmentation.ts';
import { defaultSettings, type TrainingSettings } from '../../src/lib/training/settings.ts';
import {
  initTraining,
  lossAndGradients,
  trainingStep,
  type Batch,
  type TrainingState,
} from '../../src/lib/training/step.ts';
import { onCpu, tensorError } from '../parity/accelerated/compare.ts';

const tolerance = 1e-5;

const small: VitConfig = { ...tinyVit, imageSize: 8, embedDim: 8, numHeads: 2, depth: 2 };
const dropping = { dropRate: 0.1, attnDropRate: 0.2, dropPathRate: 0.3 };

function settingsOf(model: Partial<VitConfig>, batchSize = 4): TrainingSettings {
  return { ...defaultSettings, model: { ...small, ...model }, batchSize };
}

function batchOf({ model, batchSize, augmentation }: TrainingSettings): Batch {
  const random = createRandom(5);
  const { imageSize, inChannels, numClasses } = model;
  const labels = () =>
    tensor1d(
      Int32Array.from({ length: batchSize }, () => random.integer(numClasses)),
      'int32',
    );
  return {
    images: random.normalTensor([batchSize, imageSize, imageSize, inChannels], 1),
    labels: labels(),
    partners: augmentation.mixup > 0 ? { labels: labels(), share: 0.3 } : null,
  };
}

const kinds: Record<string, TrainingSettings> = {
  'the lab’s default': settingsOf(tinyVit, 8),
  'patches of 7, 17 tokens': settingsOf({ ...tinyVit, patchSize: 7, depth: 1 }, 5),
  'two patches a side, one head, one block': settingsOf({ depth: 1, numHeads: 1 }),
  'four heads of two, colour, three classes': settingsOf({ numHeads: 4, inChannels: 3, numClasses: 3 }), // prettier-ignore
  'no blocks': settingsOf({ depth: 0 }),
  'the mean of the patches': settingsOf({ pool: 'mean' }, 3),
  'fixed positions, no qkv bias': settingsOf({ positionEmbedding: 'sinusoidal', qkvBias: false }),
  'no positions, a wide MLP, one image': settingsOf({ positionEmbedding: 'none', mlpRatio: 4 }, 1),
  'the mean of all tokens, tanh GELU, another ε': settingsOf({
    pool: 'meanAll',
    activation: 'geluTanh',
    normEpsilon: 1e-3,
  }),
  'ReLU, a convolution, smoothed labels': {
    ...settingsOf({ activation: 'relu', patchProjection: 'convolution' }),
    labelSmoothing: 0.1,
  },
  'mixup, smoothed labels': {
    ...settingsOf({}),
    augmentation: { ...noAugmentation, mixup: 0.2 },
    labelSmoothing: 0.1,
  },
  'scores that are not divided': settingsOf({ scaledAttention: false }),
  'every dropout': settingsOf({ patchSize: 2, ...dropping }, 6),
  'every dropout, the mean': settingsOf({ ...dropping, pool: 'mean' }, 6),
};

describe('the fused model equals the plain one for', () => {
  for (const [name, settings] of Object.entries(kinds))
    test(name, async () => {
      expect(fusedAvailable(settings.model)).toBe(true);
      const { parameters } = initTraining(settings);
      const batch = batchOf(settings);
      const fused = scoped(() => fusedGradients(parameters, batch, settings, createRandom(3)));
      const logits = fusedLogits(parameters, batch.images, settings.model);
      const plain = await onCpu(() =>
        scoped(() => lossAndGradients(parameters, batch, settings, createRandom(3))),
      );
      const expected = await onCpu(() =>
        scoped(() => vit(parameters, batch.images, settings.model, evaluation).logits),
      );
      expect(await tensorError(fused.loss, plain.loss)).toBeLessThan(tolerance);
      expect(await tensorError(logits, expected)).toBeLessThan(tolerance);
      for (const [index, { name }] of flattenParameters(parameters).entries())
        expect(
          await tensorError(fused.gradients[index], plain.gradients[index]),
          name,
        ).toBeLessThan(tolerance);
    });
});

describe('the fused step', () => {
  const settings = settingsOf({ patchSize: 2, ...dropping }, 6);

  for (const optimiser of ['adamw', 'adam', 'sgd'] as const)
    test(`of ${optimiser} moves parameters, moments and the random state as the plain one does`, async () => {
      const pace = { clipNorm: 0.5, warmupSteps: 1, learningRate: 1e-3 };
      const clipped = { ...settings, ...pace, optimiser };
      const fused = await taken(fusedTrainingStep, initTraining(clipped), clipped, 3);
      const plain = await onCpu(() => taken(trainingStep, initTraining(clipped), clipped, 3));
      expect(fused.state.random).toEqual(plain.state.random);
      expect(fused.state.step).toBe(3);
      expect(await tensorError(fused.norm, plain.norm)).toBeLessThan(tolerance);
      expect(await stateError(fused.state, plain.state)).toBeLessThan(tolerance);
    });

  test('goes on from a plain step, and a plain step from it', async () => {
    const plainFirst = await onCpu(() => taken(trainingStep, initTraining(settings), settings, 1));
    const one = await taken(fusedTrainingStep, plainFirst.state, settings, 1);
    const fusedFirst = await taken(fusedTrainingStep, initTraining(settings), settings, 1);
    const other = await onCpu(() => taken(trainingStep, fusedFirst.state, settings, 1));
    expect(Math.abs(one.losses[0] - other.losses[0])).toBeLessThan(tolerance);
  });

  test('leaves no tensor and no texture behind in fifty steps', async () => {
    const { usage, state } = await taken(fusedTrainingStep, initTraining(settings), settings, 50);
    expect(usage.slice(2).filter((used) => used !== usage[1])).toEqual([]);
    release(state);
  });

  const others = {
    'a width is odd': settingsOf({ embedDim: 9, numHeads: 3 }),
    'norms are batch norms': settingsOf({ normalization: 'batch' }),
  };
  for (const [where, other] of Object.entries(others))
    test(`takes the plain way where ${where}`, async () => {
      expect(fusedAvailable(other.model)).toBe(false);
      const fused = await taken(fusedTrainingStep, initTraining(other), other, 1);
      const plain = await taken(trainingStep, initTraining(other), other, 1);
      expect(fused.losses).toEqual(plain.losses);
    });

  for (const [name, chosen] of Object.entries({
    'nothing dropped': settingsOf({}),
    'every dropout': settings,
    'the mean of the patches': settingsOf({ pool: 'mean' }),
  }))
    test(`is the plain one ten times over, from wherever the plain one has got to: ${name}`, async () => {
      let state = initTraining(chosen);
      const batch = batchOf(chosen);
      for (let step = 1; step <= 10; step++) {
        const before = state;
        const fused = scoped(() => fusedTrainingStep(before, batch, chosen).state);
        const plain = await onCpu(() => scoped(() => trainingStep(before, batch, chosen).state));
        expect(fused.random).toEqual(plain.random);
        expect(await stateError(fused, plain), `step ${step}`).toBeLessThan(tolerance);
        release([before, fused]);
        state = plain;
      }
      release(state);
    });

  for (const name of Object.keys(fusedOps) as (keyof typeof fusedOps)[])
    test(`can do ${name} with plain operations`, async () => {
      const mixed = { ...fusedOps, [name]: plainOps[name] };
      const state = initTraining(settings);
      const batch = batchOf(settings);
      const [fused, other] = [fusedOps, mixed].map((ops) =>
        scoped(() => fusedTrainingStep(state, batch, settings, ops)),
      );
      expect(await tensorError(other.loss, fused.loss)).toBeLessThan(tolerance);
      expect(await tensorError(other.gradientNorm, fused.gradientNorm)).toBeLessThan(tolerance);
      expect(await stateError(other.state, fused.state)).toBeLessThan(tolerance);
    });
});

test('fused logits of many images, taken in parts, are those of the images one by one', async () => {
  const { model } = settingsOf({ patchSize: 1, depth: 1, numHeads: 4 });
  const { parameters } = initTraining(settingsOf(model));
  const images = createRandom(8).normalTensor([130, 8, 8, 1], 1);
  const all = fusedLogits(parameters, images, model);
  const last = fusedLogits(parameters, slice(images, [129, 0, 0, 0], [1, 8, 8, 1]), model);
  expect(all.shape).toEqual([130, 10]);
  const error = await tensorError(slice(all, [129, 0], [1, 10]), last);
  expect(error).toBeLessThan(tolerance);
});

/** Takes steps on one batch, disposing of each state as the next one stands. */
async function taken(
  step: typeof trainingStep,
  state: TrainingState,
  settings: TrainingSettings,
  count: number,
) {
  const batch = batchOf(settings);
  const losses: number[] = [];
  const usage: string[] = [];
  let norm: Tensor | undefined;
  for (let i = 0; i < count; i++) {
    const result = scoped(() => step(state, batch, settings));
    release(state);
    norm?.dispose();
    ({ state, gradientNorm: norm } = result);
    losses.push((await result.loss.data())[0]);
    release([result.loss, result.accuracy]);
    usage.push(usedMemory());
  }
  return { state, losses, usage, norm: norm! };
}

/** Tensors, their buffers, and bytes of textures in use and kept for later. */
function usedMemory(): string {
  const used = memory() as WebGLMemoryInfo;
  const { numTensors, numDataBuffers, numBytesInGPU, numBytesInGPUAllocated } = used;
  return [numTensors, numDataBuffers, numBytesInGPU, numBytesInGPUAllocated].join();
}

/** Of parameters, without the keys' bias, and of moments. */
async function stateError(actual: TrainingState, expected: TrainingState): Promise<number> {
  const others = flattenParameters(expected.parameters);
  const errors = flattenParameters(actual.parameters).map(({ name, tensor }, index) =>
    keyless(name, tensor, others[index].tensor),
  );
  const moments = (['first', 'second'] as const).map((moment) =>
    tensorError(actual.moments[moment], expected.moments[moment]),
  );
  return Math.max(...(await Promise.all([...errors, ...moments])));
}

/** The error without the keys' bias: its gradient is zero but for rounding, which Adam blows up. */
async function keyless(name: string, actual: Tensor, expected: Tensor): Promise<number> {
  if (!name.endsWith('qkv.bias')) return tensorError(actual, expected);
  const D = actual.size / 3;
  const [a, b] = [await actual.data(), await expected.data()];
  const errors = [...a].map((value, i) => (i >= D && i < 2 * D ? 0 : Math.abs(value - b[i])));
  return Math.max(...errors);
}
