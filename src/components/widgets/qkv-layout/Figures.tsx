import type { ComponentChildren } from 'preact';
import type { QkvLayoutsResult } from '../../../lib/engine/computations/qkv-layouts.ts';
import { logDots, logDotsHeight } from '../../../lib/figures/log-dots.ts';
import { qkvColumnsFigure } from '../../../lib/figures/qkv-columns-figure.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { whole } from '../../../lib/figures/words.ts';
import { columnAt, type QkvLayout } from '../../../lib/model/qkv-columns.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Choice } from '../../figures/Choice.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { layouts } from './settings.ts';
import { columnSeen, differencesSeen } from './words.ts';

interface FiguresProps {
  result: QkvLayoutsResult;
  column: number;
  onChoose: (column: number) => void;
}

/** Both readings of the columns, the parameters, and how far the outputs lie apart. */
export function Figures({ result, column, onChoose }: FiguresProps) {
  const { embedDim: D, numHeads: H } = result.config;
  return (
    <>
      <Announced class="seen">
        {columnSeen(column, D, H)} {differencesSeen(result)}
      </Announced>
      <div class="qkv-panels">
        {(['blocks', 'woven'] as const).map((layout) => (
          <Panel key={layout} title={titles[layout]} reading={layouts[layout].reading}>
            <Columns {...{ D, H, layout, column, onChoose }} />
          </Panel>
        ))}
        <Panel
          title="How far the outputs lie apart."
          reading="Largest difference from one matrix, read as q, k, v. Logarithmic."
        >
          <Differences result={result} />
        </Panel>
        <Panel title="Parameters of q, k and v" reading="in one block, counted by the library.">
          <Parameters result={result} />
        </Panel>
      </div>
    </>
  );
}

/** The three in their hues. */
const letter = (of: 'q' | 'k' | 'v', hue: string) => (
  <span class={hue} data-symbol={of}>
    {of}
  </span>
);

const titles: Record<QkvLayout, ComponentChildren> = {
  blocks: (
    <>
      {letter('q', 'query')}, {letter('k', 'key')}, {letter('v', 'value')}:
    </>
  ),
  woven: '(h d qkv):',
};

interface ColumnsProps {
  D: number;
  H: number;
  layout: QkvLayout;
  column: number;
  onChoose: (column: number) => void;
}

function Columns({ D, H, layout, column, onChoose }: ColumnsProps) {
  const name = `The ${3 * D} columns of the matrix, ${layouts[layout].reading}`;
  const columns = Array.from({ length: 3 * D }, (_, c) => columnAt(c, D, H, layout));
  return (
    <Choice
      layout={{ rows: 3, columns: D }}
      chosen={column}
      onChoose={onChoose}
      label={name}
      class="qkv-choice"
    >
      <Markup html={qkvColumnsFigure(columns, name)} />
    </Choice>
  );
}

const rowNames = {
  three: 'three matrices, cut from the one',
  moved: 'columns moved, then read as (h d qkv)',
  misread: 'columns as they lie, read as (h d qkv)',
  unbiased: 'read as q, k, v, without its bias',
};

function Differences({ result: { differences } }: { result: QkvLayoutsResult }) {
  const [holder, width] = useWidth<HTMLDivElement>(380);
  const keys = Object.keys(rowNames) as (keyof typeof rowNames)[];
  const rows = keys.map((key) => ({
    name: rowNames[key],
    value: differences[key],
    chosen: false,
  }));
  const html = logDots({ name: 'Largest difference of the output', rows, powers: [-8, 1] }, width);
  return (
    <div ref={holder} style={`min-height:${logDotsHeight(rows.length)}px`}>
      <Markup html={html} />
      <p class="vh">
        {keys.map((key) => (
          <span key={key} data-number={key}>
            {scientific(differences[key])}
          </span>
        ))}
      </p>
    </div>
  );
}

function Parameters({ result: { config, parameters } }: { result: QkvLayoutsResult }) {
  const D = config.embedDim;
  const rows = [
    [`one matrix, ${D} × ${3 * D}`, parameters.one],
    [`three, each ${D} × ${D}`, parameters.three],
  ] as const;
  return (
    <table class="qkv-parameters">
      <thead>
        <tr>
          <td />
          <th scope="col">without bias</th>
          <th scope="col">with bias</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, { plain, biased }]) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{whole(plain)}</td>
            <td>{whole(biased)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
