/** A model's parameters and buffers as plain arrays, and back. */
import { tensor } from '@tensorflow/tfjs-core';
import type { VitConfig } from '../model/config.ts';
import {
  flattenBuffers,
  flattenParameters,
  replaceBuffers,
  replaceParameters,
} from '../model/parameters.ts';
import { initVit, type VitParameters } from '../model/vit.ts';
import { createRandom } from '../tensors/random.ts';
import { release } from '../tensors/scope.ts';
import type { NamedArray } from './safetensors.ts';

/** Reads every parameter back, then every buffer: in the order of `stateShapes`. */
export async function toArrays(params: VitParameters): Promise<NamedArray[]> {
  const read = [...flattenParameters(params), ...flattenBuffers(params)].map(
    async ({ name, tensor }) => {
      return { name, shape: tensor.shape, values: Float32Array.from(await tensor.data()) };
    },
  );
  return Promise.all(read);
}

/** Parameters and buffers of a config with the given numbers, in the order of `stateShapes`. */
export function toParameters(arrays: NamedArray[], config: VitConfig): VitParameters {
  const blank = initVit(config, createRandom(0), 'blank');
  const tensors = arrays.map(({ values, shape }) => tensor(values, shape));
  const count = flattenParameters(blank).length;
  const trained = replaceParameters(blank, tensors.slice(0, count));
  const params = replaceBuffers(trained, tensors.slice(count));
  release(blank);
  return params;
}
