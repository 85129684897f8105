/**
 * Softmax, cross-entropy and its gradient for one example, in doubles: what a reader's slider moves.
 *
 * p = softmax(logits), t = (1 − ε) onehot + ε / classes, loss = −Σ t log p (nats), ∂loss/∂logits = p − t.
 */
export interface LossNumbers {
  /** Each sums to 1: [classes]. */
  probabilities: number[];
  targets: number[];
  /** Nats. */
  loss: number;
  /** Sums to 0: [classes]. */
  gradient: number[];
}

/** `right` is the index of the right class; `smoothing` is ε, 0 to 1. */
export function lossNumbers(
  logits: readonly number[],
  right: number,
  smoothing: number,
): LossNumbers {
  const most = Math.max(...logits);
  const exponentials = logits.map((logit) => Math.exp(logit - most));
  const sum = exponentials.reduce((a, b) => a + b, 0);
  const probabilities = exponentials.map((value) => value / sum);
  const targets = logits.map(
    (_, c) => (c === right ? 1 - smoothing : 0) + smoothing / logits.length,
  );
  const logs = logits.map((logit) => logit - most - Math.log(sum));
  return {
    probabilities,
    targets,
    loss: -targets.reduce((total, t, c) => total + t * logs[c]!, 0),
    gradient: probabilities.map((p, c) => p - targets[c]!),
  };
}
