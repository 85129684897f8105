/** How often the largest logit is the right one. */
import { argMax, cast, equal, mean, type Tensor } from '@tensorflow/tfjs-core';

/** Fraction of right answers, 0 to 1: logits [B, classes], labels [B] (int32) → []. */
export function accuracy(logits: Tensor, labels: Tensor): Tensor {
  return mean(cast(equal(argMax(logits, 1), cast(labels, 'int32')), 'float32'));
}
