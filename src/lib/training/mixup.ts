/**
 * Mixup: each image is blended with another one, and so are their targets (Zhang et al. 2018).
 *
 * x ← λ x + (1 − λ) x′, t ← λ t + (1 − λ) t′ with λ ~ Beta(α, α), one λ for the batch.
 */
import { add, gather, mul, tensor1d, type Tensor } from '@tensorflow/tfjs-core';
import type { RandomNumbers } from '../tensors/random-numbers.ts';

export interface Mixing {
  /** λ: the share of an image's own part. */
  share: number;
  /** Which image each one is blended with. */
  order: number[];
}

export interface Mixed {
  /** [B, S, S, C]. */
  images: Tensor;
  /** [B, classes]. */
  targets: Tensor;
}

/** Images [B, ...] and targets [B, classes], blended. */
export function mixup(images: Tensor, targets: Tensor, { share, order }: Mixing): Mixed {
  const others = tensor1d(order, 'int32');
  const blended = (x: Tensor) => add(mul(x, share), mul(gather(x, others), 1 - share));
  return { images: blended(images), targets: blended(targets) };
}

/** A partner for each image of the batch and λ ~ Beta(α, α). Throws a RangeError unless α > 0. */
export function drawMixing(random: RandomNumbers, batchSize: number, alpha: number): Mixing {
  if (!(alpha > 0)) throw new RangeError(`mixup: alpha ${alpha} is not above 0`);
  const [one, other] = [gamma(random, alpha), gamma(random, alpha)];
  return { share: one / (one + other), order: [...random.permutation(batchSize)] };
}

/** Gamma(α, 1) by Marsaglia and Tsang 2000; α below 1 by their boost, Gamma(α + 1) · U^(1/α). */
function gamma(random: RandomNumbers, alpha: number): number {
  if (alpha < 1) return gamma(random, alpha + 1) * (1 - random.uniform()) ** (1 / alpha);
  const d = alpha - 1 / 3;
  for (;;) {
    const x = random.normal();
    const v = (1 + x / Math.sqrt(9 * d)) ** 3;
    if (v > 0 && Math.log(1 - random.uniform()) < x ** 2 / 2 + d - d * v + d * Math.log(v))
      return d * v;
  }
}
