import { useMemo } from 'preact/hooks';
import { headOf, heaviest, matrixRow } from '../../../lib/figures/attention-head.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { tokenWords } from '../../../lib/figures/token-names.ts';
import { weightBars } from '../../../lib/figures/weight-bars.ts';
import { Markup } from '../../figures/Markup.tsx';
import { useForward } from '../../model/shared-forward.ts';
import { middleToken } from '../attention-steps/settings.ts';
import { useComputation } from '../engine/use-computation.ts';
import { raisedHead } from './raised-head.ts';
import { raise } from './settings.ts';

/** The row of the middle patch with every score raised, computed when it is asked for. */
export function RaiseAnswer({ said }: { said: number }) {
  const [{ result: pass, failure: lost }] = useForward();
  const head = useMemo(() => pass && headOf(pass.trace, 0, 0), [pass]);
  const request = useMemo(() => head && raisedHead(head, raise), [head]);
  const [{ result, request: answered, failure }] = useComputation(
    'check-raise',
    'dividedAttention',
    useMemo(() => (request ? () => request : null), [request]),
  );
  if (lost || failure) return <p>Not computed: {lost ?? failure}</p>;
  if (!result || !head || answered !== request) return <p>Computing.</p>;
  const query = middleToken(head.tokens);
  const key = heaviest(head, query);
  const [before, after] = [head.weights, result.weights].map((weights) =>
    matrixRow(weights, head.tokens, query),
  ) as [Float32Array, Float32Array];
  const change = Math.abs(after[key]! - before[key]!);
  const name = `The row of ${tokenWords(query)}, every score raised by ${raise}`;
  return (
    <>
      <p>
        You said {said}. Raised just now, the largest weight of {tokenWords(query)} was{' '}
        {before[key]!.toFixed(4)} and is <b data-number="raised">{after[key]!.toFixed(4)}</b>, a
        change of <b data-number="raise-change">{scientific(change)}</b>. Every exponential has been
        multiplied by e to the power of {raise}, and so has their sum.
      </p>
      <figure>
        <Markup html={weightBars({ weights: after, key, name }, { width: 400, height: 200 })} />
      </figure>
    </>
  );
}
