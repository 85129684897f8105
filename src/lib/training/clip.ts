/** Clipping by global norm: a gradient longer than the limit is scaled down to it (Pascanu et al. 2013). */
import { div, maximum, mul, sqrt, square, sum, type Tensor } from '@tensorflow/tfjs-core';

export interface Clipped {
  /** ‖g‖ before clipping: []. */
  norm: Tensor;
  /** g · limit / max(‖g‖, limit): [n]. */
  output: Tensor;
}

export function clipByNorm(gradient: Tensor, limit: number): Clipped {
  const norm = sqrt(sum(square(gradient)));
  return { norm, output: mul(gradient, div(limit, maximum(norm, limit))) };
}
