/** The two steps of this repository, as the lab takes them. */
import { getBackend, tensor1d, tensor4d, type Tensor } from '@tensorflow/tfjs-core';
import { fusedGradients, fusedTrainingStep } from '../../src/lib/accelerated/fused/step.ts';
import { startBackend } from '../../src/lib/engine/backend.ts';
import { toParameters } from '../../src/lib/io/tensors.ts';
import { flattenParameters } from '../../src/lib/model/parameters.ts';
import { createRandom } from '../../src/lib/tensors/random.ts';
import { release, scoped } from '../../src/lib/tensors/scope.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';
import {
  initTraining,
  lossAndGradients,
  trainingStep,
  type Batch,
} from '../../src/lib/training/step.ts';
import { picturesOf, type Contestant, type Gradients, type Open } from './contestant.ts';

export const openPlain: Open = opener(trainingStep, lossAndGradients);
export const openFused: Open = opener(fusedTrainingStep, fusedGradients);

type TakeGradients = (
  ...given: Parameters<typeof lossAndGradients>
) => Pick<ReturnType<typeof lossAndGradients>, 'loss' | 'gradients'>;

function opener(step: typeof trainingStep, gradientsOf: TakeGradients): Open {
  return async (settings, weights): Promise<Contestant> => {
    await startWebgl();
    const batch = batchOf(settings);
    let state = scoped(() => ({
      ...initTraining(settings),
      parameters: toParameters(weights, settings.model),
    }));
    return {
      step() {
        const taken = scoped(() => step(state, batch, settings));
        release(state);
        state = taken.state;
        release([taken.accuracy, taken.gradientNorm]);
        return lossOf(taken.loss);
      },
      gradients: () =>
        readGradients(
          () => gradientsOf(state.parameters, batch, settings, createRandom(1)),
          state.parameters,
        ),
    };
  };
}

/** A backend that is started anew takes the tensors of the old one with it: a page has one for all that it compares. */
export async function startWebgl(): Promise<void> {
  if (getBackend() !== 'webgl') await startBackend(['webgl']);
}

export function batchOf(settings: TrainingSettings): Batch {
  const { images, labels } = picturesOf(settings);
  const { imageSize: S, inChannels: C } = settings.model;
  return {
    images: tensor4d(images, [settings.batchSize, S, S, C]),
    labels: tensor1d(labels, 'int32'),
  };
}

/** A loss on the device. */
export function lossOf(loss: Tensor) {
  return {
    async read() {
      const [value] = await loss.data();
      loss.dispose();
      return value;
    },
    drop: () => loss.dispose(),
  };
}

/** Takes gradients in the order of `flattenParameters` and reads them. */
export async function readGradients(
  take: () => { loss: Tensor; gradients: Tensor[] },
  parameters: object,
): Promise<Gradients> {
  const { loss, gradients } = scoped(take);
  const names = flattenParameters(parameters).map(({ name }) => name);
  const byName = new Map<string, Float32Array>();
  for (const [index, name] of names.entries())
    byName.set(name, Float32Array.from(await gradients[index].data()));
  const [value] = await loss.data();
  release([loss, gradients]);
  return { loss: value, byName };
}
