import { distanceFigure } from '../../../lib/figures/distance-figure.ts';
import { compareRows, firstTurn, meanByOffset, rowOf } from '../../../lib/figures/positions.ts';
import { interleaved } from '../../../lib/stages/sinusoids.ts';
import { Markup } from '../../figures/Markup.tsx';

/** The table of the question. */
export const asked = { positions: 49, embedDim: 64 };

/** The curve of the distance, with the reader's number on it. */
export function TurnAnswer({ said }: { said: number }) {
  const likeness = compareRows(interleaved(asked.positions, asked.embedDim));
  const curve = meanByOffset(likeness);
  const turn = firstTurn(curve)!;
  const figure = {
    curve,
    fromChosen: rowOf(likeness.distances, 0),
    position: 0,
    offset: said,
  };
  return (
    <>
      <p>
        You said {said}. It grows up to <b data-number="turn">{turn}</b> steps,{' '}
        {curve[turn]!.toFixed(2)}, and is {curve[turn + 1]!.toFixed(2)} one step on. Each pair of
        columns comes round, the fastest after {(2 * Math.PI).toFixed(1)} steps; only where many
        pairs of many speeds are added does one return drown in the others.
      </p>
      <figure>
        <Markup html={distanceFigure(figure, { width: 400, height: 250 })} />
      </figure>
    </>
  );
}
