/** A head whose scores are all higher by the same amount. */
import type { DividedAttentionRequest } from '../../../lib/engine/computations/divided-attention.ts';
import type { AttentionHead } from '../../../lib/figures/attention-head.ts';

/** Every query gets one more number, every key a 1: their product is what the scores grow by. */
export function raisedHead(head: AttentionHead, raise: number): DividedAttentionRequest {
  const { width: K, queries, keys, values } = head;
  const divisor = Math.sqrt(K);
  return {
    queries: widened(queries, K, raise * divisor),
    keys: widened(keys, K, 1),
    values: widened(values, K, 0),
    width: K + 1,
    divisor,
  };
}

/** A matrix with one more column that holds `value`. */
function widened(matrix: Float32Array, width: number, value: number): Float32Array {
  return Float32Array.from({ length: (matrix.length / width) * (width + 1) }, (_, i) => {
    const [row, column] = [Math.floor(i / (width + 1)), i % (width + 1)];
    return column === width ? value : matrix[row * width + column]!;
  });
}
