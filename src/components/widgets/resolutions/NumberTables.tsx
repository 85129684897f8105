import type { InterpolatePositionsResult } from '../../../lib/engine/computations/interpolate-positions.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { Numbers } from '../../figures/Numbers.tsx';
import { slab } from './mix.ts';
import { embedDim, type ResolutionSettings } from './settings.ts';

interface NumberTablesProps {
  result: InterpolatePositionsResult;
  settings: ResolutionSettings;
}

/** The weights and both grids as numbers; written only while they are open. */
export function NumberTables({
  result,
  settings,
}: Omit<NumberTablesProps, 'result'> & Partial<NumberTablesProps>) {
  return (
    <Numbers of={result}>{(result) => <Tables result={result} settings={settings} />}</Numbers>
  );
}

function Tables({ result, settings }: NumberTablesProps) {
  const { from, to } = result;
  const chosen = result.resized.find(({ interpolation }) => interpolation === settings.way)!;
  const number = `Number ${settings.column}`;
  return (
    <div class="resolution-tables">
      <Grid
        name="Weight of each old line (across) in each new line (down)"
        values={chosen.weights}
        columns={from}
      />
      <Grid
        name={`${number} of the old table`}
        values={slab(result.before, embedDim, settings.column)}
        columns={from}
      />
      <Grid
        name={`${number} of the new table`}
        values={slab(chosen.table, embedDim, settings.column)}
        columns={to}
      />
    </div>
  );
}

function Grid({ name, values, columns }: { name: string; values: Float32Array; columns: number }) {
  const rows = Array.from({ length: values.length / columns }, (_, row) => row);
  const across = Array.from({ length: columns }, (_, column) => column);
  return (
    <div tabIndex={0} role="group" aria-label={name}>
      <table>
        <caption>{name}</caption>
        <thead>
          <tr>
            <td />
            {across.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row}>
              <th scope="row">{row}</th>
              {across.map((column) => (
                <td key={column}>{signed(values[row * columns + column]!, 4)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
