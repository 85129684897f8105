/** One head of attention in doubles, in the plainest arithmetic: what computations are compared with. */
export interface PlainHead {
  /** [T, K] each. */
  queries: ArrayLike<number>;
  keys: ArrayLike<number>;
  values: ArrayLike<number>;
  tokens: number;
  width: number;
}

interface Options {
  divisor: number;
  /** [T, T], 1 where a query may look. */
  mask?: ArrayLike<number>;
  /** Forbidden scores become −∞, or forbidden weights 0. */
  masking?: 'infinity' | 'after';
}

/** q · k of every query with every key: [T, T]. */
export function plainScores({ queries, keys, tokens: T, width: K }: PlainHead): number[] {
  return Array.from({ length: T * T }, (_, cell) => {
    const [i, j] = [Math.floor(cell / T), cell % T];
    let score = 0;
    for (let d = 0; d < K; d++) score += queries[i * K + d]! * keys[j * K + d]!;
    return score;
  });
}

export function plainAttention(
  head: PlainHead,
  { divisor, mask, masking }: Options,
): { weights: number[]; output: number[] } {
  const { values, tokens: T, width: K } = head;
  const products = plainScores(head);
  const weights: number[] = [];
  const output: number[] = [];
  for (let i = 0; i < T; i++) {
    const scores: number[] = [];
    for (let j = 0; j < T; j++) {
      const seen = !mask || mask[i * T + j] === 1;
      scores.push(!seen && masking === 'infinity' ? -Infinity : products[i * T + j]! / divisor);
    }
    const total = scores.reduce((sum, score) => sum + Math.exp(score), 0);
    const row = scores.map((score, j) =>
      masking === 'after' && mask![i * T + j] === 0 ? 0 : Math.exp(score) / total,
    );
    weights.push(...row);
    for (let d = 0; d < K; d++)
      output.push(row.reduce((sum, weight, j) => sum + weight * values[j * K + d]!, 0));
  }
  return { weights, output };
}
