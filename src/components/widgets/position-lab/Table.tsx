import type { ComponentChildren } from 'preact';
import { useMemo } from 'preact/hooks';
import { heatmapPicture, largest } from '../../../lib/figures/pictures.ts';
import type { Rows } from '../../../lib/figures/positions.ts';
import type { Palette } from '../../../lib/figures/ramps.ts';
import { LiveCanvas } from '../../figures/LiveCanvas.tsx';
import { cellAt, clamped, moved } from '../../figures/grid-moves.ts';
import type { Pair } from './rotation.ts';

interface TableProps {
  rows: Rows;
  position: number;
  /** The chosen pair of columns, where the table is made of pairs. */
  pair: Pair | null;
  onPosition: (position: number) => void;
  /** Given a column, from 0. */
  onColumn: (column: number) => void;
  poster?: ComponentChildren;
}

/** About how high the table is drawn, pixels; its rows are whole pixels high. */
const wantedHeight = 294;

/** The table as a heatmap: one row for each position, one column for each of the D numbers. */
export function Table({ rows, position, pair, onPosition, onColumn, poster }: TableProps) {
  const [count, width] = [rows.length, rows[0]!.length];
  const most = useMemo(() => magnitude(rows), [rows]);
  const picture = useMemo(() => tablePicture.bind(null, rows, most), [rows]);
  const layout = { rows: count, columns: width };

  function point(event: PointerEvent): void {
    const { x, y } = cellAt(event, layout);
    onPosition(y);
    onColumn(x);
  }

  function press(event: KeyboardEvent): void {
    const from = position * width + (pair?.sine ?? 0);
    const to = moved(event.key, from, layout);
    if (to === null) return;
    event.preventDefault();
    if (event.key === 'ArrowUp' || event.key === 'ArrowDown') onPosition(Math.floor(to / width));
    else if (pair)
      onColumn(clamped(event.key === 'ArrowRight' ? pair.sine + 1 : pair.sine - 1, width));
  }

  return (
    <figure class="panel poslab-table">
      <figcaption>
        <b>
          The table,{' '}
          <span class="pos" data-symbol="Epos">
            E<sub>pos</sub>
          </span>
          .
        </b>{' '}
        One row for each of <i class="dim dim-N">N</i> = {count} positions,{' '}
        <i class="dim dim-D">D</i> = {width} numbers each. Red: row {position}
        {pair && `; under it, columns ${pair.sine} and ${pair.cosine}`}.
      </figcaption>
      <div class="poslab-scroll" tabIndex={0} role="group" aria-label="The table">
        <div
          class="poslab-cells"
          data-marks="Epos"
          style={`--height:${count * Math.max(1, Math.round(wantedHeight / count))}px;--rows:${count};--columns:${width}`}
          role="application"
          tabIndex={0}
          aria-label={`Position table, ${count} rows of ${width} numbers. Up and down choose a position, left and right a pair of columns.`}
          onPointerDown={point}
          onPointerMove={(event) => event.buttons === 1 && point(event)}
          onKeyDown={press}
        >
          <LiveCanvas
            picture={picture}
            name={`${count} by ${width} numbers from −${most.toFixed(2)} to ${most.toFixed(2)}`}
            poster={poster}
          />
          <span class="chosen-row" style={`--y:${position}`} />
          {pair && <span class="chosen-column" style={`--x:${pair.sine}`} />}
          {pair && <span class="chosen-column" style={`--x:${pair.cosine}`} />}
        </div>
        <p class="axis-D">
          <i class="dim dim-D">D</i>
        </p>
      </div>
      <p class="keyline" aria-hidden="true">
        <span>−{most.toFixed(2)}</span>
        <i class="div" />
        <span>{most.toFixed(2)}</span>
      </p>
    </figure>
  );
}

function tablePicture(rows: Rows, most: number, { div }: Palette) {
  const columns = rows[0]!.length;
  return heatmapPicture(flat(rows), rows.length, columns, div, [-most, most]);
}

/** The largest magnitude; 1 for a table of zeros. */
export function magnitude(rows: Rows): number {
  const most = Math.max(...rows.map((row) => largest(Array.from(row, Math.abs))));
  return most > Number.MIN_VALUE ? most : 1;
}

/** All numbers of the table, row by row. */
export function flat(rows: Rows): Float32Array {
  const columns = rows[0]!.length;
  const values = new Float32Array(rows.length * columns);
  rows.forEach((row, p) => values.set(row, p * columns));
  return values;
}
