/** One picture through one model: every intermediate of the four equations, by name. */
import { softmax, tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { WeightsChoice } from '../../model/checkpoint.ts';
import type { VitConfig } from '../../model/config.ts';
import { vit } from '../../model/vit.ts';
import { byPath } from '../../parity/names.ts';
import { evaluation } from '../../stages/mode.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor, type PlainTensor } from '../read.ts';

export interface ForwardRequest {
  weights: WeightsChoice;
  /** [S, S, C] values from 0 to 1, row-major, channels last. */
  image: Float32Array;
}

export interface ForwardResult {
  config: VitConfig;
  classNames: string[];
  /**
   * Every intermediate of `vit` for this picture, without the batch axis, under its path in `VitTrace`: `embedded`
   * [T, D], `blocks.0.attention.weights` [H, T, T], `normalised.output` [D], `logits` [classes] and so on.
   */
  trace: Record<string, PlainTensor>;
  /** softmax of the logits: [classes]. */
  probabilities: Float32Array;
}

/** @throws RangeError when the picture is not of the model's size, with both numbers. */
export async function forward({ weights, image }: ForwardRequest): Promise<ForwardResult> {
  const { config, classNames, parameters } = await modelWith(weights);
  const found = scoped(() => {
    const trace = vit(parameters, modelInput([image], config), config, evaluation);
    return { trace, probabilities: softmax(trace.logits) };
  });
  const probabilities = await readTensor(found.probabilities);
  const trace = await readTrace(found.trace);
  release(found);
  return { config, classNames, trace, probabilities };
}

/** Pictures of numbers from 0 to 1 as models take them: [B, S, S, C], −1 to 1. */
export function modelInput(images: Float32Array[], { imageSize, inChannels }: VitConfig): Tensor {
  const area = imageSize ** 2 * inChannels;
  const all = new Float32Array(images.length * area);
  for (const [i, image] of images.entries()) {
    if (image.length !== area)
      throw new RangeError(`model: a picture of ${image.length} numbers, expected ${area}`);
    all.set(
      image.map((value) => 2 * value - 1),
      i * area,
    );
  }
  return tensor(all, [images.length, imageSize, imageSize, inChannels]);
}

/** Every tensor of a record, by path; of a batch of one, the batch axis is left out. */
export async function readTrace(record: object): Promise<Record<string, PlainTensor>> {
  const read = Object.entries(byPath(record)).map(async ([name, tensor]) => {
    const shape = tensor.shape[0] === 1 ? tensor.shape.slice(1) : tensor.shape; // a batch norm's averages have no batch axis
    return [name, { shape, values: await readTensor(tensor) }] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}
