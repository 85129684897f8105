import { useMemo } from 'preact/hooks';
import { logDots } from '../../../lib/figures/log-dots.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { Markup } from '../../figures/Markup.tsx';
import { useForward } from '../../model/shared-forward.ts';
import { useComputation } from '../engine/use-computation.ts';

/** The shuffle of the picture's own tokens, run when it is asked for; `said` is what the reader has predicted. */
export function ShuffleAnswer({ said }: { said: string }) {
  const [{ result: pass, input, failure: lost }] = useForward();
  const request = useMemo(
    () =>
      pass && input
        ? () => ({
            weights: input.weights,
            block: 0,
            tokens: pass.trace['blocks.0.norm1.output']!.values,
            seed: 1,
          })
        : null,
    [pass],
  );
  const [{ result, failure }] = useComputation('check-shuffle', 'shuffledAttention', request);
  if (lost || failure) return <p>Not computed: {lost ?? failure}</p>;
  if (!result) return <p>Shuffling.</p>;
  const { inPlace, followed, order } = result;
  const rows = [
    { name: 'place by place', value: inPlace, chosen: false },
    { name: 'each token followed to its new place', value: followed, chosen: true },
  ];
  const html = logDots({ name: 'Largest difference of the outputs', rows, powers: [-8, 2] }, 400);
  return (
    <>
      <p>
        You said: {said.toLowerCase()}. Shuffled just now, the outputs of {order.length} tokens in
        block 1 differ place by place by up to <b data-number="in-place">{scientific(inPlace)}</b>.
        Follow each token to its new place, and <b data-number="followed">{scientific(followed)}</b>{' '}
        is left: rounding. They are shuffled alike. The class token’s output, which did not move, is
        the same.
      </p>
      <figure>
        <Markup html={html} />
      </figure>
    </>
  );
}
