/** The values behind the book's symbols: one picture through a model with fresh weights, the tensors asked for by path. */
import { tensor4d, type Tensor } from '@tensorflow/tfjs-core';
import type { VitConfig } from '../../model/config.ts';
import { initVit, vit } from '../../model/vit.ts';
import { byPath } from '../../parity/names.ts';
import { evaluation } from '../../stages/mode.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

export interface SymbolValuesRequest {
  /** [S, S, C] values from 0 to 1, row-major, channels last. */
  image: Float32Array<ArrayBuffer>;
  config: VitConfig;
  /** Of the weights. */
  seed: number;
  /** Paths in the trace of `vit`, such as `blocks.0.attention.queries`, or in its `parameters`. */
  paths: string[];
}

export interface TracedTensor {
  shape: number[];
  values: Float32Array;
}

export type SymbolValuesResult = Record<string, TracedTensor>;

/** Each path with its tensor. @throws RangeError for a path that the model does not have. */
export async function symbolValues(request: SymbolValuesRequest): Promise<SymbolValuesResult> {
  const { image, config, seed, paths } = request;
  const { imageSize: S, inChannels: C } = config;
  const found = scoped(() => {
    const parameters = initVit(config, createRandom(seed));
    const trace = vit(parameters, tensor4d(image, [1, S, S, C]), config, evaluation);
    const tensors = byPath({ parameters, ...trace });
    return Object.fromEntries(paths.map((path) => [path, known(tensors, path)]));
  });
  const read = paths.map(async (path) => {
    const tensor = found[path]!;
    return [path, { shape: tensor.shape, values: await readTensor(tensor) }] as const;
  });
  const result = Object.fromEntries(await Promise.all(read));
  release(found);
  return result;
}

function known(tensors: Record<string, Tensor>, path: string): Tensor {
  const tensor = tensors[path];
  if (!tensor) throw new RangeError(`symbol values: the model has no tensor “${path}”`);
  return tensor;
}
