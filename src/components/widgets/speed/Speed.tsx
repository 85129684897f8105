/** The speed of a training step, as it was measured: nothing here is computed in the page. */
import bench from '../../../../content/bench.json';
import { logPlot } from '../../../lib/figures/log-plot.ts';
import {
  contestantLabels,
  isMissing,
  type BenchRecord,
  type CurveRecord,
  type MissingRow,
  type RowRecord,
  type SizeRecord,
} from '../../../lib/io/bench-record.ts';
import { StatusLine } from '../../controls/StatusLine.tsx';
import '../../figures/figures.css';
import { Markup } from '../../figures/Markup.tsx';
import { columns, fastest } from './cells.ts';
import { curvePlots } from './curve-plots.ts';
import './speed.css';

const committed = bench as BenchRecord;

export function Speed({ record = committed }: { record?: BenchRecord }) {
  const { machine, browser, date } = record.recorded;
  return (
    <section class="widget" aria-labelledby="speed-title">
      <header>
        <h2 id="speed-title">Speed</h2>
        <p>One training step, and the same step in other hands.</p>
      </header>
      <div class="scroll" role="region" aria-label="Speed, a table" tabIndex={0}>
        <SpeedTable record={record} />
      </div>
      {record.curves.length > 0 && <Curves curves={record.curves} />}
      <StatusLine facts={[`measured on ${date}`, machine, browser]} />
    </section>
  );
}

function Curves({ curves }: { curves: CurveRecord[] }) {
  return (
    <figure class="speed-curves">
      <figcaption class="pt">
        Time of a step as the batch, the depth or the number of tokens grows; all scales are
        logarithmic, and the three share that of milliseconds.
      </figcaption>
      <div>
        {curvePlots(curves).map((plot) => (
          <Markup
            key={plot.across.unit}
            class="plot"
            html={logPlot(plot, { width: 300, height: 240 })}
          />
        ))}
      </div>
    </figure>
  );
}

function SpeedTable({ record }: { record: BenchRecord }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">step</th>
          {columns.map(({ title }) => (
            <th scope="col" key={title}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      {record.sizes.map((size) => (
        <SizeRows key={size.name} size={size} record={record} />
      ))}
    </table>
  );
}

function SizeRows({ size, record }: { size: SizeRecord; record: BenchRecord }) {
  const { label, tokens, batchSize, parameters } = size;
  const first = fastest(size);
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={columns.length + 1} class="speed-size">
          {label}: {tokens} tokens, {parameters.toLocaleString('en-GB')} parameters, batch{' '}
          {batchSize}
        </th>
      </tr>
      {size.rows.map((row) => (
        <tr key={row.contestant}>
          <th scope="row">
            {contestantLabels[row.contestant]}
            {row === first && ' (fastest)'}
          </th>
          <Cells row={row} size={size} record={record} />
        </tr>
      ))}
    </tbody>
  );
}

interface CellsProps {
  row: RowRecord | MissingRow;
  size: SizeRecord;
  record: BenchRecord;
}

function Cells({ row, size, record }: CellsProps) {
  if (isMissing(row))
    return (
      <td class="l" colSpan={columns.length}>
        did not run: {row.missing}
      </td>
    );
  return (
    <>
      {columns.map(({ title, cell }) => (
        <td key={title}>{cell(row, size, record.floor)}</td>
      ))}
    </>
  );
}
