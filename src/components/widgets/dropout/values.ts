/** The numbers that dropout is shown on: one token's hidden units, as the MLP has them after GELU. */
import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';

/** The first token's in block 1: [M]. */
export function classTokenValues({ trace }: ForwardResult): Float32Array {
  const { shape, values } = trace['blocks.0.mlp.activated']!;
  return values.slice(0, shape[1]);
}
