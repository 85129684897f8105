/** The values behind the book's symbols: one picture through a model with fresh weights, the tensors asked for by path. */
import { tensor4d } from '@tensorflow/tfjs-core';
import type { VitConfig } from '../../model/config.ts';
import { initVit } from '../../model/vit.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import type { PlainTensor } from '../read.ts';
import { symbolTensors } from '../symbol-tensors.ts';

export interface SymbolValuesRequest {
  /** [S, S, C] values from 0 to 1, row-major, channels last. */
  image: Float32Array<ArrayBuffer>;
  config: VitConfig;
  /** Of the weights. */
  seed: number;
  /** Paths in the trace of `vit`, such as `blocks.0.attention.queries`, or in its `parameters`. */
  paths: string[];
}

export type SymbolValuesResult = Record<string, PlainTensor>;

/** Each path with its tensor. @throws RangeError for a path that the model does not have. */
export async function symbolValues(request: SymbolValuesRequest): Promise<SymbolValuesResult> {
  const { image, config, seed, paths } = request;
  const { imageSize: S, inChannels: C } = config;
  const model = scoped(() => ({
    parameters: initVit(config, createRandom(seed)),
    input: tensor4d(image, [1, S, S, C]),
  }));
  const found = await symbolTensors(model.parameters, model.input, config, paths);
  release(model);
  const missing = paths.find((path) => !Object.hasOwn(found, path));
  if (missing !== undefined)
    throw new RangeError(`symbol values: the model has no tensor “${missing}”`);
  return found;
}
