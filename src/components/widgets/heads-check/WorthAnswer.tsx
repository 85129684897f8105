import { useMemo } from 'preact/hooks';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { Choice } from '../../figures/Choice.tsx';
import { SmallMap } from '../../figures/SmallMap.tsx';
import { useForward } from '../../model/shared-forward.ts';
import { useComputation } from '../engine/use-computation.ts';
import { indexOfLargest } from '../heads/seen.ts';
import { headName } from '../heads/words.ts';

/** Each head switched off alone, run when it is asked for; `said` is the reader's head. */
export function WorthAnswer({ said }: { said: number }) {
  const [{ input, result }] = useForward();
  const request = useMemo(() => {
    if (!input || !result) return null;
    const { depth, numHeads } = result.config;
    const each = Array.from({ length: depth * numHeads }, (_, i) => [
      [Math.floor(i / numHeads), i % numHeads] as const,
    ]);
    return () => ({ weights: input.weights, image: input.image, sets: each });
  }, [input, result]);
  const [{ result: found, request: answered, failure }] = useComputation(
    'heads-check-worth',
    'switchedHeads',
    request,
  );
  if (failure) return <p>Not computed: {failure}</p>;
  if (!found || !result || answered!.image !== input!.image)
    return <p>Switching heads off, one at a time.</p>;
  const { depth, numHeads } = result.config;
  const logits = result.trace['logits']!.values;
  const answer = indexOfLargest(logits);
  const changes = found.runs.map((run) => run.logits[answer]! - logits[answer]!);
  const most = indexOfLargest(changes.map((change) => -change));
  const name = (head: number) => headName([Math.floor(head / numHeads), head % numHeads]);
  const label = `Change of the logit without each head: blocks down, heads across`;
  return (
    <>
      <p>
        You said {name(said)}: without it, the logit of {result.classNames[answer]} moves by{' '}
        <b data-number="said">{signed(changes[said]!, 2)}</b>.{' '}
        {most === said ? 'No other takes as much as ' : 'Most goes without '}
        <b data-number="worth">{name(most)}</b>:{' '}
        <b data-number="most">{signed(changes[most]!, 2)}</b>.
        {changes.some((change) => change > 0) &&
          ' Where the change is positive, the answer is surer without the head.'}
      </p>
      <figure class="heads-worth">
        <Choice
          layout={{ rows: depth, columns: numHeads }}
          chosen={said}
          onChoose={() => undefined}
          second={most}
          label={`${label}. Yours is ringed, the one that takes most dashed.`}
        >
          <SmallMap
            values={changes}
            rows={depth}
            columns={numHeads}
            most={Math.max(...changes.map(Math.abs))}
            name={label}
          />
        </Choice>
        <figcaption class="pt">
          Blocks down, heads across, from {signed(-Math.max(...changes.map(Math.abs)), 2)} to{' '}
          {signed(Math.max(...changes.map(Math.abs)), 2)}. Red: yours. Dashed: the one that takes
          most.
        </figcaption>
      </figure>
    </>
  );
}
