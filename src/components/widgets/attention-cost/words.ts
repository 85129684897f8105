/** What attention costs beside the rest of its block, in sentences. */
import { inWords, withPrefix } from '../../../lib/figures/large-numbers.ts';
import { whole } from '../../../lib/figures/words.ts';
import { blockCost } from '../../../lib/model/block-cost.ts';
import { mlpRatio, type CostSettings } from './settings.ts';

/** The number of tokens at which q kᵀ and the weighted sum, 2 T² D, cost as much as layers of `rows` D² weights a token. */
const overtakesAt = (embedDim: number, rows: number): number => (rows * embedDim) / 2;

export function costSeen(settings: CostSettings): string {
  const { embedDim: D, numHeads, quantity } = settings;
  const cost = blockCost({ ...settings, mlpRatio });
  const { tokens, products, projections, mlp, matrices, others } = cost;
  const at = `With ${whole(tokens)} tokens of ${whole(D)} numbers`;
  if (quantity === 'memory')
    return (
      `${at}, the scores and weights of ${numHeads} heads take ${withPrefix(matrices, 'B')} in float32, ` +
      `and all else that the block puts out ${withPrefix(others, 'B')}. Twice the heads, twice the scores.`
    );
  const share = (100 * products) / (products + projections + mlp);
  return (
    `${at}, the two products of attention take ${inWords(products)} multiply-adds, ` +
    `${share < 0.1 ? 'less than 0.1' : share.toFixed(1)} % of the block’s. They overtake the four projections at ` +
    `${whole(overtakesAt(D, 4))} tokens, and the projections and the MLP together at ` +
    `${whole(overtakesAt(D, 4 + 2 * mlpRatio))}. The number of heads changes none of this.`
  );
}
