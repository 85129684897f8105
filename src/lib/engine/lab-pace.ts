/** How fast this device trains a model: steps that are thrown away, timed. */
import { fusedTrainingStep } from '../accelerated/fused/step.ts';
import { scoped } from '../tensors/scope.ts';
import type { TrainingSettings } from '../training/settings.ts';
import type { Batch, TrainingState } from '../training/step.ts';
import { readTensor } from './read.ts';

/** Milliseconds of steps. */
const enough = 1000;

/** Median seconds of a step, the first one (which compiles programs) apart; null when `stop` said so. */
export async function timedSteps(
  state: TrainingState,
  batch: Batch,
  settings: TrainingSettings,
  stop: () => boolean,
): Promise<number | null> {
  const times: number[] = [];
  let begun = performance.now();
  for (let taken = 0; taken < 2 || performance.now() - begun < enough; taken++) {
    const started = performance.now();
    const loss = scoped(() => fusedTrainingStep(state, batch, settings).loss);
    await readTensor(loss);
    loss.dispose();
    if (taken === 0) begun = performance.now();
    else times.push(performance.now() - started);
    if (stop()) return null;
    await new Promise((resolve) => setTimeout(resolve));
  }
  times.sort((a, b) => a - b);
  return times[times.length >> 1] / 1000;
}
