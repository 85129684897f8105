/**
 * Cross-entropy: how surprised the model is by the right answers, in nats,
 * averaged over the batch.
 *
 * −Σ_c t_c log softmax(logits)_c with targets t. Label smoothing ε mixes the
 * right class with all of them: t = (1 − ε) onehot + ε / classes (Szegedy et
 * al. 2016; the same as PyTorch's `label_smoothing`).
 */
import {
  add,
  logSoftmax,
  mean,
  mul,
  neg,
  oneHot,
  sum,
  type Tensor,
} from '@tensorflow/tfjs-core';

export interface CrossEntropyTrace {
  /** t: [B, classes]. */
  targets: Tensor;
  /** log softmax(logits): [B, classes]; its exponential is the prediction. */
  logProbabilities: Tensor;
  /** Of each image, nats: [B]. */
  losses: Tensor;
  /** Their mean: []. */
  loss: Tensor;
}

/** Logits [B, classes] and labels [B] (int32) → the loss. */
export function crossEntropy(
  logits: Tensor,
  labels: Tensor,
  labelSmoothing = 0,
): CrossEntropyTrace {
  return crossEntropyOf(
    logits,
    smoothTargets(labels, logits.shape[1]!, labelSmoothing),
  );
}

/** Logits and targets, [B, classes] each → the loss. */
export function crossEntropyOf(
  logits: Tensor,
  targets: Tensor,
): CrossEntropyTrace {
  const logProbabilities = logSoftmax(logits);
  const losses = neg(sum(mul(targets, logProbabilities), 1)); // [B]
  return { targets, logProbabilities, losses, loss: mean(losses) };
}

/** 1 − smoothing for the right class, all share the rest: [B, classes]. */
export function smoothTargets(
  labels: Tensor,
  classes: number,
  smoothing = 0,
): Tensor {
  const hard = oneHot(labels, classes, 1, 0, 'float32');
  return smoothing === 0
    ? hard
    : add(mul(hard, 1 - smoothing), smoothing / classes);
}
