/** Single steps of both kinds, each pair from the same state of a plain run on garments. */
import { fusedTrainingStep } from '../../src/lib/accelerated/fused/step.ts';
import { startBackend } from '../../src/lib/engine/backend.ts';
import { flattenParameters } from '../../src/lib/model/parameters.ts';
import { release, scoped } from '../../src/lib/tensors/scope.ts';
import { batchTensors } from '../../src/lib/training/images.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';
import { initTraining, trainingStep, type TrainingState } from '../../src/lib/training/step.ts';
import { dataOf } from '../pretrain/data.ts';

/** The largest |a − b| of any parameter but the keys' bias, whose gradient is zero but for rounding. */
export async function singleSteps(settings: TrainingSettings): Promise<number> {
  await startBackend(['webgl']);
  const data = await dataOf.garments({ name: 'garments', settings, ownLabels: true });
  let state = scoped(() => initTraining(settings));
  let largest = 0;
  while (state.step < settings.totalSteps) {
    const images = data.batch(state.step);
    const before = state;
    const both = scoped(() => {
      const batch = batchTensors(images, settings.model);
      return {
        fused: fusedTrainingStep(before, batch, settings).state,
        plain: trainingStep(before, batch, settings).state,
      };
    });
    largest = Math.max(largest, await difference(both.fused, both.plain));
    release([before, both.fused]);
    state = both.plain;
  }
  return largest;
}

async function difference(fused: TrainingState, plain: TrainingState): Promise<number> {
  const expected = flattenParameters(plain.parameters);
  let largest = 0;
  for (const [index, { name, tensor }] of flattenParameters(fused.parameters).entries()) {
    const [a, b] = [await tensor.data(), await expected[index].tensor.data()];
    const keys = name.endsWith('qkv.bias') ? [b.length / 3, (2 * b.length) / 3] : [0, 0];
    for (const [at, value] of b.entries())
      if (at < keys[0] || at >= keys[1]) largest = Math.max(largest, Math.abs(a[at] - value));
  }
  return largest;
}
