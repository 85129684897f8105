import { useEffect, useState } from 'preact/hooks';
import type { GrowPositionsResult } from '../../../lib/engine/computations/grow-positions.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { Choice } from '../../figures/Choice.tsx';
import { CosineScale } from '../position-lab/Maps.tsx';
import { SmallMap } from '../../figures/SmallMap.tsx';
import { grid } from '../table-grows/settings.ts';
import { grown, scoreOf } from './grow.ts';

interface GrownAnswerProps {
  position: number;
  marked: ReadonlySet<number>;
}

const steps = 100;

/** The map of the position after a short training, run when it is asked for. */
export function GrownAnswer({ position, marked }: GrownAnswerProps) {
  const [result, setResult] = useState<GrowPositionsResult | string | null>(null);
  useEffect(() => {
    let current = true;
    import('../../../lib/engine/client.ts')
      .then(({ startEngine }) => startEngine())
      .then((engine) => grown(engine, steps))
      .then((found) => current && setResult(found))
      .catch((error: Error) => current && setResult(error.message));
    return () => void (current = false);
  }, []);
  if (result === null) return <p>Training {steps} steps.</p>;
  if (typeof result === 'string') return <p>Not computed: {result}</p>;
  const count = grid * grid;
  const row = result.cosines.subarray(position * count, (position + 1) * count);
  const { hits, marked: yours, others } = scoreOf(row, position, grid, marked);
  const name = `Cosine of position ${position} with each of ${count}, after ${steps} steps`;
  return (
    <>
      <p>
        Of your {marked.size} places, <b data-number="hits">{hits}</b> share the row or the column.
        After {steps} steps, run just now, your places have a mean cosine of{' '}
        <b data-number="yours">{signed(yours, 2)}</b>, the others{' '}
        <b data-number="rest">{signed(others, 2)}</b>. The question knows rows and columns, and
        nothing of near and far: the map is a cross.
      </p>
      <figure>
        <Choice
          layout={{ rows: grid, columns: grid }}
          chosen={position}
          onChoose={() => undefined}
          label={name}
        >
          <SmallMap values={row} rows={grid} columns={grid} most={1} name={name} />
        </Choice>
        <CosineScale />
      </figure>
    </>
  );
}
