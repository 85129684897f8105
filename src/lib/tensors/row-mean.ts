/** The mean over the last axis, kept as an axis of one number: [..., D] → [..., 1]. */
import { fill, matMul, reshape, type Tensor } from '@tensorflow/tfjs-core';

/**
 * x · (1/D, …, 1/D)ᵀ. The same as `mean(x, -1, true)`, in one draw call instead of five on WebGL, and with a gradient
 * that uploads nothing.
 */
export function rowMean(x: Tensor): Tensor {
  const width = x.shape[x.rank - 1];
  const means = matMul(reshape(x, [-1, width]), fill([width, 1], 1 / width)); // [rows, 1]
  return reshape(means, [...x.shape.slice(0, -1), 1]);
}
