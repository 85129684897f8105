/** The loss and the accuracy in three draws, the gradient in one. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { differentiable, draw, float } from './draw.ts';

export interface Scores {
  /** Mean of −Σ t log softmax(logits) with targets t = (1 − ε) onehot + ε / classes, nats: []. */
  loss: Tensor;
  /** Fraction of images whose largest logit is the label's: []; on no tape. */
  accuracy: Tensor;
}

/** Logits in the first of two rows of each image, [B · 2, classes], and labels [B], int32; `smoothing` is ε. */
export function crossEntropy(logits: Tensor, labels: Tensor, smoothing = 0): Scores {
  const rows = imageScores(logits, labels, smoothing);
  const loss = differentiable(
    [logits],
    () => ({ output: meanOfColumn(rows, 'x'), kept: { logits, labels } }),
    (dy, { logits, labels }) => [logitsGradient(logits, labels, smoothing, dy)],
  );
  return { loss, accuracy: meanOfColumn(rows, 'y') };
}

/** Of an image's row: the largest logit and where it stands, the sums of logits and of e^(logit − largest), the label. */
function scan(classes: number): string {
  return `
    float top = -1e30, total = 0., sum = 0.;
    int best = 0;
    for (int c = 0; c < ${classes}; c++) {
      float s = one(logitsAt(row, c), c);
      sum += s;
      if (s > top) { top = s; best = c; }
    }
    for (int c = 0; c < ${classes}; c++) total += exp(one(logitsAt(row, c), c) - top);
    int label = int(one(labelsAt(row / 2), row / 2));`;
}

/** −Σ t log p and whether the label was the best, in the first of an image's two rows: [B · 2, 2]. */
function imageScores(logits: Tensor, labels: Tensor, smoothing: number): Tensor {
  const [rows, classes] = logits.shape;
  return draw({
    name: 'cross-entropy',
    inputs: { logits, labels },
    shape: [rows, 2],
    code: `
      ${scan(classes!)}
      float chosen = one(logitsAt(row, label), label);
      float expected = mix(chosen, sum / ${float(classes!)}, ${float(smoothing)});
      return vec4(top + log(total) - expected, best == label ? 1. : 0., 0., 0.);`,
  });
}

/** (softmax(logits) − targets) / B · ∂loss. */
function logitsGradient(logits: Tensor, labels: Tensor, smoothing: number, dy: Tensor): Tensor {
  const [rows, classes] = logits.shape;
  return draw({
    name: 'cross-entropy gradient',
    inputs: { logits, labels, dy },
    shape: logits.shape,
    code: `
      ${scan(classes!)}
      vec2 target = mix(vec2(col == label, col + 1 == label), vec2(${float(1 / classes!)}), ${float(smoothing)});
      vec2 p = exp(logitsAt(row, col).xy - top) / total - target;
      if (col + 1 >= ${classes}) p.y = 0.;
      return vec4(p * dyAt().x / ${float(rows / 2)}, 0., 0.);`,
  });
}

function meanOfColumn(rows: Tensor, lane: 'x' | 'y'): Tensor {
  const count = rows.shape[0];
  return draw({
    name: 'mean of images',
    inputs: { rows },
    shape: [],
    code: `
      float total = 0.;
      for (int row = 0; row < ${count}; row += 2) total += rowsAt(row, 0).${lane};
      return vec4(total / ${float(count / 2)}, 0., 0., 0.);`,
  });
}
