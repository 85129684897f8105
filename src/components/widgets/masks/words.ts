/** What there is to be seen of a mask, in a sentence or two. */
import type { MaskedAttention } from '../../../lib/engine/computations/masked-attention.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { tokenWords } from '../../../lib/figures/token-names.ts';

export function seen({ masking, sums, forbidden, leak }: MaskedAttention, probe: number): string {
  return `${rows(sums)} ${hidden(masking, forbidden)} ${noticed(leak, probe)}`;
}

function rows(sums: readonly number[]): string {
  const [low, high] = [Math.min(...sums), Math.max(...sums)];
  if (high - low < 1e-4 && Math.abs(low - 1) < 1e-4) return 'Every row sums to 1.';
  return `The rows sum to ${low.toFixed(2)} at least and ${high.toFixed(2)} at most.`;
}

function hidden(masking: MaskedAttention['masking'], forbidden: number): string {
  if (forbidden > 0)
    return `What is hidden still has a weight of up to ${scientific(forbidden)}, for e to the power of 0 is 1.`;
  return masking === 'zeroAfter'
    ? 'What is hidden has no weight, but its exponential stays in the divisor.'
    : 'What is hidden has no weight, and no part in the divisor.';
}

function noticed(leak: number | null, probe: number): string {
  const who = tokenWords(probe);
  if (leak === null) return `No query is forbidden to see ${who}.`;
  if (leak === 0)
    return `Turn the key and value of ${who} round: no number changes at a query that may not see it.`;
  return `Turn the key and value of ${who} round: the output of queries that may not see it moves by up to ${scientific(leak)}.`;
}
