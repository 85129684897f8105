/** Dropout, or drop path, on the same numbers many times: what each draw keeps of them. */
import { mul, onesLike, tensor, tile } from '@tensorflow/tfjs-core';
import { dropPath } from '../../stages/drop-path.ts';
import { dropout } from '../../stages/dropout.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

export interface DropoutDrawsRequest {
  /** The numbers that dropout is given: [M]. */
  values: Float32Array;
  /** The probability of being zeroed, 0 to 1. */
  rate: number;
  /** n. */
  draws: number;
  seed: number;
  /** Drop path in its place: every draw is a sample, kept or zeroed as a whole. */
  path?: boolean;
}

export interface DropoutDrawsResult {
  /** 0 or 1 / (1 − rate): [n, M]. */
  mask: Float32Array;
  /** The stage's output, values · mask: [n, M]. */
  output: Float32Array;
}

/** @throws RangeError unless 0 ≤ rate < 1. */
export async function dropoutDraws({
  values,
  rate,
  draws,
  seed,
  path = false,
}: DropoutDrawsRequest): Promise<DropoutDrawsResult> {
  const found = scoped(() => {
    const x = tile(tensor(values, [1, values.length]), [draws, 1]); // [n, M]
    const mode = { training: true as const, random: createRandom(seed) };
    const { mask, output } = (path ? dropPath : dropout)(x, rate, mode);
    const ones = onesLike(x);
    return { mask: mask ? mul(ones, mask) : ones, output };
  });
  const [mask, output] = await Promise.all([found.mask, found.output].map(readTensor));
  release(found);
  return { mask: mask!, output: output! };
}
