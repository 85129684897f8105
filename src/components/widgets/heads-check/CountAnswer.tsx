import { withPrefix } from '../../../lib/figures/large-numbers.ts';
import { whole } from '../../../lib/figures/words.ts';
import { blockCost } from '../../../lib/model/block-cost.ts';

/** What the second question asks for. */
export const doubled = { embedDim: 32, from: 4, to: 8 };

const size = { grid: 7, embedDim: doubled.embedDim, mlpRatio: 2 };

/** Both blocks, counted by the library; `said` is what the reader has predicted. */
export function CountAnswer({ said }: { said: string }) {
  const [few, many] = [doubled.from, doubled.to].map((numHeads) => {
    const cost = blockCost({ ...size, numHeads });
    return { ...cost, work: cost.products + cost.projections + cost.mlp };
  }) as [Counted, Counted];
  return (
    <p>
      You said: {said.toLowerCase()}. With {whole(few.tokens)} tokens, {doubled.from} heads take{' '}
      <b data-number="few">{whole(few.work)}</b> multiply-adds and {doubled.to} heads{' '}
      <b data-number="many">{whole(many.work)}</b>: each has half the numbers to multiply. What
      doubles are the matrices of scores and weights, from {withPrefix(few.matrices, 'B')} to{' '}
      {withPrefix(many.matrices, 'B')}.
    </p>
  );
}

type Counted = ReturnType<typeof blockCost> & { work: number };
