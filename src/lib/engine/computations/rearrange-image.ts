/** A pattern that the reader has typed, run on their picture, and compared with the stage that cuts patches. */
import {
  abs,
  max,
  reshape,
  scalar,
  sub,
  tensor4d,
  transpose,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { patchify } from '../../stages/patchify.ts';
import { parsePattern, planRearrangement } from '../../tensors/rearrange-pattern.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

export interface RearrangeImageRequest {
  /** `b c (h p1) (w p2) -> b (h w) (p1 p2 c)`. */
  pattern: string;
  /** [S, S, C] values from 0 to 1, row-major, channels last: turned to [1, C, S, S] before the pattern is run. */
  image: Float32Array;
  imageSize: number;
  inChannels: number;
  /** What `p1` and `p2` are. */
  patchSize: number;
}

export interface RearrangeImageResult {
  shape: number[];
  numbers: Float32Array;
  /** Largest |difference| from x_p, [1, N, P²C]; null when the shape is another. */
  difference: number | null;
}

/** Stands for a difference where there is none to take. */
const incomparable = -1;

/** @throws RangeError in a sentence when the pattern does not fit. */
export async function rearrangeImage({
  pattern,
  image,
  imageSize,
  inChannels,
  patchSize,
}: RearrangeImageRequest): Promise<RearrangeImageResult> {
  const sides = [1, inChannels, imageSize, imageSize];
  const { axes, order, shape } = planRearrangement(parsePattern(pattern), sides, {
    p1: patchSize,
    p2: patchSize,
  });
  const made = scoped(() => {
    const images = tensor4d(image, [1, imageSize, imageSize, inChannels]);
    const first = transpose(images, [0, 3, 1, 2]); // [1, C, S, S]
    const split = reshape(
      first,
      axes.map(({ size }) => size),
    );
    const output: Tensor = reshape(transpose(split, order), shape);
    const patches = patchify(images, { imageSize, patchSize, inChannels }); // [1, N, P²C]
    const comparable = String(patches.shape) === String(shape);
    return {
      output,
      difference: comparable ? max(abs(sub(output, patches))) : scalar(incomparable),
    };
  });
  const [numbers, difference] = await Promise.all([made.output, made.difference].map(readTensor));
  release(made);
  const found = difference![0]!;
  return { shape, numbers: numbers!, difference: found === incomparable ? null : found };
}
