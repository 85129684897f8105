import { useMemo } from 'preact/hooks';
import { scoreSpreadFigure } from '../../../lib/figures/score-spread-figure.ts';
import { Markup } from '../../figures/Markup.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { requestOf } from '../why-divide/settings.ts';
import { asked } from './settings.ts';

/** Scores of random queries and keys, drawn when it is asked for. */
export function SpreadAnswer({ said }: { said: number }) {
  const request = useMemo(() => () => ({ ...requestOf(2), widths: [asked] }), []);
  const [{ result, failure }] = useComputation('check-spread', 'whyDivide', request);
  if (failure) return <p>Not computed: {failure}</p>;
  if (!result) return <p>Drawing.</p>;
  const { divided, undivided } = result[0]!;
  const { tokens, reach } = requestOf(2);
  const name = `${tokens} times ${tokens} scores: standard deviation ${undivided.deviation.toFixed(2)}`;
  const figure = { divided: divided.counts, undivided: undivided.counts, reach, name };
  return (
    <>
      <p>
        You said {said}. Of {tokens} × {tokens} products drawn just now it is{' '}
        <b data-number="spread">{undivided.deviation.toFixed(2)}</b>. Each of the {asked} terms has
        variance 1, so their sum has variance {asked}, and its root is {Math.sqrt(asked)}. Divided
        by that, <b data-number="spread-divided">{divided.deviation.toFixed(2)}</b> is left.
      </p>
      <figure>
        <Markup html={scoreSpreadFigure(figure, { width: 400, height: 180 })} />
      </figure>
    </>
  );
}
