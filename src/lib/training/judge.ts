/** What a model's logits are worth, computed from plain arrays in doubles: loss, accuracy, confusions, worst mistakes. */
export interface Judgement {
  /** Mean cross-entropy, nats. */
  loss: number;
  /** Fraction of right answers, 0 to 1. */
  accuracy: number;
  /** How often each class (row) got each answer (column): [classes, classes]. */
  confusion: Uint32Array<ArrayBuffer>;
  /** The wrong answers with the highest losses, the worst first. */
  mistakes: Mistake[];
}

export interface Mistake {
  /** Index of the image. */
  image: number;
  label: number;
  answer: number;
  /** Of the answer, 0 to 1. */
  probability: number;
  /** −ln of the right class's probability, nats. */
  loss: number;
}

/** Logits [count, classes] and labels [count] → the judgement, with at most `mostMistakes` mistakes. */
export function judge(
  logits: Float32Array,
  labels: Uint8Array,
  classes: number,
  mostMistakes = 0,
): Judgement {
  const confusion = new Uint32Array(classes * classes);
  const mistakes: Mistake[] = [];
  let [loss, right] = [0, 0];
  for (const [image, label] of labels.entries()) {
    const row = logits.subarray(image * classes, (image + 1) * classes);
    const answer = row.reduce((best, value, at) => (value > row[best] ? at : best), 0);
    const total = row.reduce((sum, value) => sum + Math.exp(value - row[answer]), 0);
    const own = Math.log(total) + row[answer] - row[label];
    loss += own;
    confusion[label * classes + answer]++;
    if (answer === label) right++;
    else mistakes.push({ image, label, answer, probability: 1 / total, loss: own });
  }
  return {
    loss: loss / labels.length,
    accuracy: right / labels.length,
    confusion,
    mistakes: mistakes.sort((a, b) => b.loss - a.loss).slice(0, mostMistakes),
  };
}
