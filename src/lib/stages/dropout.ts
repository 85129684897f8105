/**
 * Dropout: while training, each number is zeroed with probability `rate`,
 * and the rest grow by 1 / (1 − rate), so that the expectation stays
 * (Srivastava et al. 2014, in the inverted form that every framework uses).
 */
import { mul, tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';
import type { Mode } from './mode.ts';

export interface DropoutTrace {
  /**
   * 0 or 1 / (1 − rate), of x's shape or one that broadcasts to it; null
   * when nothing is dropped.
   */
  mask: Tensor | null;
  output: Tensor;
}

/**
 * x · mask while training, x otherwise. Throws a RangeError unless 0 ≤ rate
 * < 1.
 */
export function dropout(x: Tensor, rate: number, mode: Mode): DropoutTrace {
  return masked(x, x.shape, rate, mode);
}

/** x times a mask of its own shape or one that broadcasts to it. */
export function masked(
  x: Tensor,
  maskShape: number[],
  rate: number,
  mode: Mode,
): DropoutTrace {
  if (!(rate >= 0 && rate < 1))
    throw new RangeError(
      `dropout: rate ${rate} is not at least 0 and less than 1`,
    );
  if (!mode.training || rate === 0) return { mask: null, output: x };
  const mask = keepMask(maskShape, 1 - rate, mode.random);
  return { mask, output: mul(x, mask) };
}

/**
 * floor(keep + U) / keep with U uniform: 1 / keep with probability `keep`,
 * else 0.
 */
function keepMask(shape: number[], keep: number, random: Random): Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  const draw = () => Math.floor(keep + random.uniform()) / keep;
  return tensor(Float32Array.from({ length: size }, draw), shape);
}
