/** What there is to be seen when attention divides after the softmax, in a sentence or two. */
import type { DividedAfterResult } from '../../../lib/engine/computations/divided-after.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';

export function seen({ divisions, tokens, embedDim }: DividedAfterResult): string {
  const right = divisions.find(({ place }) => place === 'beforeByRootK')!;
  const after = divisions.find(({ place }) => place === 'afterByRootD')!;
  return (
    `Divided before, a row spreads over ${right.effective.toFixed(1)} of ${tokens} tokens. Divided after, over ${after.effective.toFixed(1)}: the softmax has seen the scores as they are. ` +
    `And its rows sum to ${scientific(after.rowSum)}, which is 1 over the root of ${embedDim}.`
  );
}
