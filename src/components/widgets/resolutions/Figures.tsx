import type { InterpolatePositionsResult } from '../../../lib/engine/computations/interpolate-positions.ts';
import { scientific, signed } from '../../../lib/figures/small-numbers.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { Choice } from '../../figures/Choice.tsx';
import { SmallMap } from '../../figures/SmallMap.tsx';
import { cellAt, farthest, middleOf, mixture, rangeOf, slab } from './mix.ts';
import { embedDim, ways, type ResolutionSettings } from './settings.ts';

interface FiguresProps {
  result: InterpolatePositionsResult;
  settings: ResolutionSettings;
  onPlace: (place: { x: number; y: number }) => void;
}

/** One number of each row over the old grid and the new one, and what a new place takes from the old ones. */
export function Figures({ result, settings, onPlace }: FiguresProps) {
  const { from, to } = result;
  const { way, column } = settings;
  const chosen = result.resized.find(({ interpolation }) => interpolation === way)!;
  const cell = cellAt(settings.place, to);
  const weights = mixture(chosen.weights, from, cell);
  const [old, fresh] = [result.before, chosen.table].map((one) => slab(one, embedDim, column));
  const most = Math.max(...[...old!, ...fresh!].map(Math.abs), 1e-6);
  const heaviest = Math.max(...Array.from(weights, Math.abs));
  const value = fresh![cell.row * to + cell.column]!;
  const sum = weights.reduce((total, weight, i) => total + weight * old![i]!, 0);
  const negative = weights.filter((weight) => weight < -1e-9).length;
  return (
    <>
      <Announced class="resolution-seen">
        {`The new place in row ${cell.row}, column ${cell.column} is mixed from ${weights.filter((weight) => Math.abs(weight) > 1e-9).length} of the ${from * from} old ones`}
        {negative > 0
          ? `, ${negative} of them with negative weights. `
          : ', none with a negative weight. '}
        {overshoot(old!, fresh!)}
      </Announced>
      <div class="poslab-panels">
        <Panel
          title={
            <>
              The old{' '}
              <span class="pos" data-symbol="Epos">
                table
              </span>
              , number {column} of each row.
            </>
          }
          reading={`${from} × ${from} places.`}
        >
          <Map values={old!} side={from} most={most} name={`Number ${column} of the old table`} />
          <Scale most={most} />
        </Panel>
        <Panel
          title="What one new place takes."
          reading={`The weight of each old place in row ${cell.row}, column ${cell.column}. They sum to 1.`}
        >
          <Map values={weights} side={from} most={heaviest} name="Weights of the old places" />
          <Scale most={heaviest} />
        </Panel>
        <Panel
          title={`The new table, ${to} × ${to}.`}
          reading="Point at a place, or move with the arrow keys."
        >
          <Choice
            layout={{ rows: to, columns: to }}
            chosen={cell.row * to + cell.column}
            onChoose={(place) =>
              onPlace(middleOf({ row: Math.floor(place / to), column: place % to }, to))
            }
            label={`Number ${column} of the new table, ${to} by ${to}.`}
          >
            <Map values={fresh!} side={to} most={most} name={`Number ${column} of the new table`} />
          </Choice>
          <Scale most={most} />
        </Panel>
      </div>
      <dl class="resolution-numbers">
        <Number title="sum of weight × old value" name="mixed" text={signed(sum, 4)} />
        <Number title="the stage’s new value" name="value" text={signed(value, 4)} />
        {result.resized
          .filter((other) => other !== chosen)
          .map((other) => (
            <Number
              key={other.interpolation}
              title={`largest difference from ${ways[other.interpolation]}`}
              name={`from-${other.interpolation}`}
              text={scientific(farthest(chosen, other))}
            />
          ))}
      </dl>
    </>
  );
}

function overshoot(old: Float32Array, fresh: Float32Array): string {
  const [before, after] = [rangeOf(old), rangeOf(fresh)];
  const words = ({ low, high }: { low: number; high: number }) =>
    `${signed(low)} to ${signed(high)}`;
  const beyond = after.low < before.low - 1e-6 || after.high > before.high + 1e-6;
  return beyond
    ? `The new numbers, ${words(after)}, reach beyond the old ones, ${words(before)}.`
    : `The new numbers, ${words(after)}, stay within the old ones, ${words(before)}.`;
}

interface MapProps {
  values: Float32Array;
  side: number;
  most: number;
  name: string;
}

function Map({ values, side, most, name }: MapProps) {
  const { low, high } = rangeOf(values);
  const words = `${name}, ${side} by ${side}: from ${signed(low)} to ${signed(high)}`;
  return <SmallMap values={values} rows={side} columns={side} most={most} name={words} />;
}

function Scale({ most }: { most: number }) {
  return (
    <p class="keyline" aria-hidden="true">
      <span>−{scientific(most)}</span>
      <i class="div" />
      <span>{scientific(most)}</span>
    </p>
  );
}

function Number({ title, name, text }: { title: string; name: string; text: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd data-number={name}>{text}</dd>
    </div>
  );
}
