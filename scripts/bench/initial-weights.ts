/** The weights of a seed as a file: computed once, here, so that every library begins with the same numbers. */
import '@tensorflow/tfjs-backend-cpu';
import { setBackend } from '@tensorflow/tfjs-core';
import { encodeSafetensors } from '../../src/lib/io/safetensors.ts';
import { flattenParameters } from '../../src/lib/model/parameters.ts';
import { release } from '../../src/lib/tensors/scope.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';
import { initTraining } from '../../src/lib/training/step.ts';

await setBackend('cpu');

export function initialWeights(settings: TrainingSettings): Uint8Array {
  const state = initTraining(settings);
  const arrays = flattenParameters(state.parameters).map(({ name, tensor }) => ({
    name,
    shape: tensor.shape,
    values: Float32Array.from(tensor.dataSync()),
  }));
  release(state);
  return encodeSafetensors(arrays);
}
