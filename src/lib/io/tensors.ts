/** Parameters as plain arrays, and back. */
import { tensor } from '@tensorflow/tfjs-core';
import type { VitConfig } from '../model/config.ts';
import { flattenParameters, replaceParameters } from '../model/parameters.ts';
import { initVit, type VitParameters } from '../model/vit.ts';
import { createRandom } from '../tensors/random.ts';
import { release } from '../tensors/scope.ts';
import type { NamedArray } from './safetensors.ts';

/** Reads every parameter back. */
export async function toArrays(params: VitParameters): Promise<NamedArray[]> {
  const read = flattenParameters(params).map(async ({ name, tensor }) => {
    return { name, shape: tensor.shape, values: Float32Array.from(await tensor.data()) };
  });
  return Promise.all(read);
}

/** Parameters of a config with the given numbers, in the order of `parameterShapes`. */
export function toParameters(arrays: NamedArray[], config: VitConfig): VitParameters {
  const blank = initVit(config, createRandom(0), 'blank');
  const tensors = arrays.map(({ values, shape }) => tensor(values, shape));
  const params = replaceParameters(blank, tensors);
  release(blank);
  return params;
}
