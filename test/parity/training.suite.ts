/** Training steps on whichever backend is current: no tensor is lost, and a seed gives one curve. */
import { memory, tensor, tensor1d, type Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { flattenParameters, replaceParameters } from '../../src/lib/model/parameters.ts';
import { defaultSettings, type TrainingSettings } from '../../src/lib/training/settings.ts';
import {
  initTraining,
  trainingStep,
  type Batch,
  type TrainingState,
} from '../../src/lib/training/step.ts';
import { createRandom } from '../../src/lib/tensors/random.ts';
import { release, scoped } from '../../src/lib/tensors/scope.ts';

const settings: TrainingSettings = {
  ...defaultSettings,
  model: {
    ...defaultSettings.model,
    imageSize: 8,
    embedDim: 8,
    depth: 2,
    numHeads: 2,
    dropRate: 0.1,
    attnDropRate: 0.1,
    dropPathRate: 0.1,
  },
  warmupSteps: 2,
  totalSteps: 20,
};

function makeBatch(): Batch {
  const random = createRandom(5);
  return {
    images: random.uniformTensor([4, 8, 8, 1]),
    labels: tensor1d([0, 1, 2, 3], 'int32'),
  };
}

/** Takes steps, disposing of each state as the next one stands; returns the losses. */
async function losses(state: TrainingState, batch: Batch, steps: number, chosen = settings) {
  const values: number[] = [];
  const counts: number[] = [];
  for (let step = 0; step < steps; step++) {
    const result = scoped(() => trainingStep(state, batch, chosen));
    release(state);
    state = result.state;
    values.push((await result.loss.data())[0]);
    release([result.loss, result.accuracy, result.gradientNorm]);
    counts.push(memory().numTensors);
  }
  return { values, counts, state };
}

export function trainingBehaviour(): void {
  describe('training steps', () => {
    test('leave no tensor behind', async () => {
      const { counts, state } = await losses(initTraining(settings), makeBatch(), 6);
      expect(new Set(counts).size).toBe(1);
      release(state);
    });

    test('lower the loss on one batch', async () => {
      const plain = { dropRate: 0, attnDropRate: 0, dropPathRate: 0 };
      const steady = { ...settings, learningRate: 0.02, model: { ...settings.model, ...plain } };
      const { values } = await losses(initTraining(steady), makeBatch(), 20, steady);
      expect(values.at(-1)).toBeLessThan(values[0] / 2);
    });

    test('with batch norms leave no tensor behind, and lower the loss', async () => {
      const plain = { dropRate: 0, attnDropRate: 0, dropPathRate: 0, normalization: 'batch' };
      const model = { ...settings.model, ...plain } as TrainingSettings['model'];
      const steady = { ...settings, learningRate: 0.02, model };
      const { values, counts, state } = await losses(initTraining(steady), makeBatch(), 20, steady);
      expect(new Set(counts).size).toBe(1);
      expect(values.at(-1)).toBeLessThan(values[0] / 2);
      release(state);
    });

    test('repeat exactly from the same seed, and differ from another', async () => {
      const batch = makeBatch();
      const one = await losses(initTraining(settings), batch, 5);
      const two = await losses(initTraining(settings), batch, 5);
      const other = await losses(initTraining({ ...settings, seed: 2 }), batch, 5);
      expect(two.values).toEqual(one.values);
      expect(other.values).not.toEqual(one.values);
    });

    test('let matrices decay, and leave positions, tokens, biases and norms alone', async () => {
      const values = async (weightDecay: number) => {
        const { state } = await losses(initTraining(settings), makeBatch(), 1, { ...settings, weightDecay }); // prettier-ignore
        const read = flattenParameters(state.parameters).map(async ({ name, tensor }) => ({ name, shape: tensor.shape, values: [...(await tensor.data())] })); // prettier-ignore
        return Promise.all(read);
      };
      const [plain, decayed] = [await values(0), await values(0.5)];
      plain.forEach(({ name, shape, values }, i) => {
        if (shape.length === 2) expect(decayed[i]!.values, name).not.toEqual(values);
        else expect(decayed[i]!.values, name).toEqual(values);
      });
    });

    test('continue from a stored state as if never interrupted', async () => {
      const batch = makeBatch();
      const whole = await losses(initTraining(settings), batch, 6);
      const first = await losses(initTraining(settings), batch, 3);
      const second = await losses(await copied(first.state), batch, 3);
      expect([...first.values, ...second.values]).toEqual(whole.values);
    });
  });
}

/** The state through plain arrays, as it would be stored. */
async function copied(state: TrainingState): Promise<TrainingState> {
  const copy = async (x: Tensor) => tensor(await x.data(), x.shape);
  const named = flattenParameters(state.parameters);
  return {
    parameters: replaceParameters(
      state.parameters,
      await Promise.all(named.map(({ tensor }) => copy(tensor))),
    ),
    moments: {
      first: await copy(state.moments.first),
      second: await copy(state.moments.second),
    },
    step: state.step,
    random: JSON.parse(JSON.stringify(state.random)),
  };
}
