/** What a change of the tokens does to both branches, in a sentence. */
import type { TokenLocalityResult } from '../../../lib/engine/computations/token-locality.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { reachOf } from './reach.ts';
import type { Change } from './settings.ts';

export interface SeenChange {
  result: TokenLocalityResult;
  change: Change;
  token: number;
  /** The changed token: "patch 25", "the class token". */
  name: string;
}

export function seen({ result, change, token, name }: SeenChange): string {
  const T = result.mlp.length;
  if (change === 'all, shifted by one') {
    const [mlp, attention, still] = [result.mlp, result.attention, result.mlpInPlace].map((one) =>
      scientific(Math.max(...one)),
    );
    return (
      `Every patch’s token moves on by one place, and the MLP’s outputs move with them: place by place they change by up to ${still}, followed to their new places by ${mlp}. ` +
      `Attention’s outputs move along too, the same to ${attention}: each of them looks at all tokens, but not at their order.`
    );
  }
  const [mlp, attention] = [result.mlp, result.attention].map((one) => reachOf(one, token));
  return (
    `The token of ${name} is changed. Of the MLP’s ${T} outputs ${mlp!.changed} ${mlp!.changed === 1 ? 'changes' : 'change'}, its own, by up to ${scientific(mlp!.own)}; the others differ by ${scientific(mlp!.elsewhere)}. ` +
    `Of attention’s ${T} outputs ${attention!.changed} change, the others by up to ${scientific(attention!.elsewhere)}.`
  );
}
