import {
  cellOf,
  placeAt,
  rectsOf,
  sheetOf,
  sheetValues,
  type BatchShape,
  type Group,
  type Rect,
} from '../../../lib/figures/norm-groups.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { Choice } from '../../figures/Choice.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { SmallMap } from '../../figures/SmallMap.tsx';
import { useMemo } from 'preact/hooks';
import type { FiguresProps } from './Figures.tsx';
import type { Source } from './settings.ts';

interface SheetsProps extends FiguresProps {
  shape: BatchShape;
  group: Group;
}

const readings: Record<Source, string> = {
  tokens: 'A row for each token, the class token first; a column for each of its D numbers.',
  'class token': 'The class token after the last block, as equation 4 finds it: D numbers.',
  pixels: 'As the model takes them, −1 to 1; the channels one below the other.',
};

/** One sheet of numbers for each sample, what does not belong to the group faded. */
export function Sheets(props: SheetsProps) {
  const { asked, result, shape, after } = props;
  const values = after && !result.refused ? result.output : result.x;
  const most = useMemo(() => usual(values), [values]);
  const title = (
    <>
      The samples {values === result.x ? 'before' : 'after'} the norm,{' '}
      <Shape shape={shape} tokens={asked.source !== 'pixels'} />.
    </>
  );
  return (
    <Panel
      class="norm-samples"
      title={title}
      reading={`${readings[asked.source]} Point at a number, or move with the arrow keys.`}
    >
      <div
        class="norm-sheets"
        style={`--samples:${shape.B}`}
        data-shape={[shape.B, shape.P, shape.C].join(' ')}
      >
        {Array.from({ length: shape.B }, (_, sample) => (
          <Sheet key={sample} {...props} sample={sample} values={values} most={most} />
        ))}
      </div>
      <p class="keyline" aria-hidden="true">
        <span>−{scientific(most)} and less</span>
        <i class="div" />
        <span>{scientific(most)} and more</span>
      </p>
    </Panel>
  );
}

/** B, T or S², D or C, each with the line of its dimension. */
function Shape({ shape: { B, P, C }, tokens }: { shape: BatchShape; tokens: boolean }) {
  return (
    <span class="shape">
      [<i class="dim-B">{B}</i>, <i class={tokens ? 'dim-N' : undefined}>{P}</i>,{' '}
      <i class={tokens ? 'dim-D' : undefined}>{C}</i>]
    </span>
  );
}

/** Where the scale ends: 19 of 20 numbers are smaller. */
function usual(values: Float32Array): number {
  const sizes = values.map(Math.abs).sort();
  return sizes[Math.floor(0.95 * (sizes.length - 1))] || 1;
}

interface SheetProps extends SheetsProps {
  sample: number;
  values: Float32Array;
  most: number;
}

function Sheet({ asked, shape, group, place, onPlace, sample, values, most }: SheetProps) {
  const { rows, columns } = sheetOf(shape);
  const cells = useMemo(() => sheetValues(values, shape, sample), [values, shape.image, sample]);
  const { shift, names } = asked;
  const moved = sample === shift.sample && shift.by > 0 && shape.B > 1;
  const name = `Sample ${sample + 1}, ${names[sample]}: ${rows} by ${columns} numbers.`;
  const own = sample === place.sample;
  return (
    <figure class="norm-sheet">
      <Choice
        class={own ? undefined : 'elsewhere'}
        layout={{ rows, columns }}
        chosen={cellOf(shape, place)}
        onChoose={(cell) => onPlace(placeAt(shape, sample, cell))}
        label={name}
      >
        <SmallMap values={cells} rows={rows} columns={columns} most={most} name={name} />
        <Lit rects={rectsOf(group, shape, sample)} rows={rows} columns={columns} />
      </Choice>
      <figcaption>
        <b>{sample + 1}</b> {names[sample]}
        {moved && ` + ${shift.by}`}
      </figcaption>
    </figure>
  );
}

/** Paper over all that is not in the group, and a line round what is. */
function Lit({ rects, rows, columns }: { rects: Rect[]; rows: number; columns: number }) {
  const path = rects
    .map(({ x, y, width, height }) => `M${x} ${y}h${width}v${height}h${-width}z`)
    .join('');
  return (
    <svg
      class="norm-lit"
      viewBox={`0 0 ${columns} ${rows}`}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      <path class="rest" d={`M0 0h${columns}v${rows}h${-columns}z${path}`} />
      {path && <path class="line" d={path} />}
    </svg>
  );
}
