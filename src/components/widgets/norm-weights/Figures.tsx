import { largest } from '../../../lib/figures/pictures.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { SmallMap } from '../../figures/SmallMap.tsx';
import { joined, seen, type NormRow } from './rows.ts';

/** Gains and offsets, a row for each norm and a column for each channel. */
export function Figures({ rows }: { rows: readonly NormRow[] }) {
  return (
    <>
      <Announced class="seen">{seen(rows)}</Announced>
      <div class="norm-weights-panels" style={`--rows:${rows.length}`}>
        <Strips rows={rows} which="weight" title="The gains, as differences from 1." middle={1} />
        <Strips rows={rows} which="bias" title="The offsets." middle={0} />
      </div>
    </>
  );
}

interface StripsProps {
  rows: readonly NormRow[];
  which: 'weight' | 'bias';
  title: string;
  /** What the middle of the ramp stands for. */
  middle: number;
}

function Strips({ rows, which, title, middle }: StripsProps) {
  const values = joined(rows, which);
  const most = Math.max(largest(values.map(Math.abs)), 0.01);
  const D = rows[0]!.weight.length;
  const name = `${rows.length} norms by ${D} channels, from ${signed(middle - most, 2)} to ${signed(middle + most, 2)}`;
  return (
    <Panel
      title={title}
      reading={
        <>
          A row for each norm, <i class="dim dim-D">D</i> = {D} columns.
        </>
      }
    >
      <div class="norm-weights-strips">
        <ol>
          {rows.map((row) => (
            <li key={row.name}>{row.name}</li>
          ))}
        </ol>
        <SmallMap values={values} rows={rows.length} columns={D} most={most} name={name} />
      </div>
      <p class="keyline" aria-hidden="true">
        <span>{signed(middle - most, 2)}</span>
        <i class="div" />
        <span>{signed(middle + most, 2)}</span>
      </p>
    </Panel>
  );
}
