/** A whole run on garments with one of the two steps. */
import { fusedTrainingStep } from '../../src/lib/accelerated/fused/step.ts';
import { startBackend } from '../../src/lib/engine/backend.ts';
import { release, scoped } from '../../src/lib/tensors/scope.ts';
import { batchTensors } from '../../src/lib/training/images.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';
import { initTraining, trainingStep } from '../../src/lib/training/step.ts';
import { dataOf } from '../pretrain/data.ts';

const lastSteps = 10;
const takes = { plain: trainingStep, fused: fusedTrainingStep };

/** The mean loss of the last ten steps, nats. */
export async function finalLoss(
  name: keyof typeof takes,
  settings: TrainingSettings,
): Promise<number> {
  await startBackend(['webgl']);
  const data = await dataOf.garments({ name: 'garments', settings, ownLabels: true });
  let state = scoped(() => initTraining(settings));
  let sum = 0;
  while (state.step < settings.totalSteps) {
    const images = data.batch(state.step);
    const taken = scoped(() => takes[name](state, batchTensors(images, settings.model), settings));
    release(state);
    state = taken.state;
    if (state.step > settings.totalSteps - lastSteps) sum += (await taken.loss.data())[0];
    release([taken.loss, taken.accuracy, taken.gradientNorm]);
  }
  return sum / lastSteps;
}
