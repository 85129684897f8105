/** What there is to be seen when patches change places, in a sentence. */
import type { TokenOrderRun } from '../../../lib/engine/computations/token-order.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import type { Reordering } from './settings.ts';

/** Differences up to here are rounding: the same numbers added in another order, in float32. */
export const rounding = 1e-5;

export function seen(run: TokenOrderRun, reordering: Reordering): string {
  const { positionEmbedding, outputDifference, logitDifference, patchDifference } = run;
  const [y, logits] = [outputDifference, logitDifference].map(scientific);
  if (reordering === 'same') return 'The order is the same, and so is every number.';
  if (positionEmbedding === 'none')
    return (
      `Without positions the class token cannot tell: y differs by ${y}, the logits by ${logits}, which is rounding. ` +
      `Each patch’s own token goes where the patch goes, the same to ${scientific(patchDifference)}.`
    );
  const table =
    positionEmbedding === 'learned' ? 'a fresh learned table, still small' : 'a table of sines';
  return `With ${table}, the class token can tell: y differs by ${y}, the logits by ${logits}.`;
}
