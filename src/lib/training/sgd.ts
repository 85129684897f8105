/**
 * Stochastic gradient descent with momentum on one vector of parameters, in PyTorch's form:
 *
 * u ← μ u + g,  θ ← θ − η u
 */
import { add, clone, mul, sub, type Tensor } from '@tensorflow/tfjs-core';
import type { Moments, Moved } from './adam.ts';

export interface SgdSettings {
  /** η. */
  learningRate: number;
  /** μ. */
  momentum: number;
}

/** θ and u after a step; u is the first moment. */
export function sgd(
  parameters: Tensor,
  gradient: Tensor,
  moments: Moments,
  { learningRate, momentum }: SgdSettings,
): Moved {
  const velocity = add(mul(moments.first, momentum), gradient);
  return {
    parameters: sub(parameters, mul(velocity, learningRate)),
    moments: { first: velocity, second: clone(moments.second) },
  };
}
