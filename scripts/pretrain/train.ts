/** A whole training run, from fresh parameters to the last step, with the fused WebGL step of the lab. */
import { scoped, release } from '../../src/lib/tensors/scope.ts';
import { fusedAvailable } from '../../src/lib/accelerated/fused/available.ts';
import { fusedTrainingStep } from '../../src/lib/accelerated/fused/step.ts';
import { contextLost } from '../../src/lib/engine/backend.ts';
import type { VitParameters } from '../../src/lib/model/vit.ts';
import type { Images } from '../../src/lib/training/dataset.ts';
import { batchTensors } from '../../src/lib/training/images.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';
import { initTraining } from '../../src/lib/training/step.ts';

/** Steps between two readings of the loss. */
const reportEvery = 20;

export interface Progress {
  step: number;
  /** Of the step's batch. */
  loss: number;
  accuracy: number;
  /** Since the beginning. */
  seconds: number;
}

export async function train(
  settings: TrainingSettings,
  batch: (step: number) => Images,
  report: (progress: Progress) => void,
): Promise<VitParameters> {
  const { model, totalSteps } = settings;
  if (!fusedAvailable(model)) throw new Error('The fused programs cannot run this model here.');
  const started = performance.now();
  let state = scoped(() => initTraining(settings));
  while (state.step < totalSteps) {
    const before = state;
    const taken = scoped(() =>
      fusedTrainingStep(before, batchTensors(batch(before.step), model), settings),
    );
    release(before);
    const { state: after, ...numbers } = taken;
    state = after;
    if (state.step % reportEvery === 0 || state.step === totalSteps) {
      const [loss] = await numbers.loss.data();
      const [accuracy] = await numbers.accuracy.data();
      if (contextLost()) throw new Error(`The WebGL context was lost at step ${state.step}.`);
      const seconds = (performance.now() - started) / 1000;
      report({ step: state.step, loss, accuracy, seconds });
    }
    release(numbers);
  }
  release(state.moments);
  return state.parameters;
}
