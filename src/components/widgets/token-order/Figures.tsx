import type { TokenOrderResult } from '../../../lib/engine/computations/token-order.ts';
import { agreementFigure } from '../../../lib/figures/agreement-figure.ts';
import { logDots, logDotsHeight } from '../../../lib/figures/log-dots.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Panel } from '../../figures/Panel.tsx';
import type { ReaderImage } from '../../reader/reader-state.ts';
import { Markup } from '../../figures/Markup.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { Patches } from './Patches.tsx';
import type { Reordering, TableName } from './settings.ts';
import { seen } from './words.ts';

interface FiguresProps {
  result: TokenOrderResult;
  /** The reader's picture; the book's photograph stands for it when the site is built. */
  image: ReaderImage | null;
  table: TableName;
  reordering: Reordering;
}

const rowNames: Record<string, string> = {
  none: 'no positions',
  learned: 'learned, fresh',
  sinusoidal: '1-D sines',
};

/** The picture as it is and reordered, the class token's output of both, and how far they lie apart. */
export function Figures({ result, image, table, reordering }: FiguresProps) {
  const run = result.runs.find(({ positionEmbedding }) => positionEmbedding === table)!;
  return (
    <>
      <Announced class="order-seen">{seen(run, reordering)}</Announced>
      <div class="order-panels">
        <Panel title="The picture." reading={`Its ${result.order.length} patches in their places.`}>
          <Patches image={image} order={Uint32Array.from(result.order, (_, i) => i)} />
        </Panel>
        <Panel title="Reordered." reading="The same patches, in the order that the model is given.">
          <Patches image={image} order={result.order} />
        </Panel>
        <Panel
          title={
            <>
              The class token’s output,{' '}
              <span class="out" data-symbol="y">
                y
              </span>
              .
            </>
          }
          reading="One dot for each of its numbers; on the line, nothing has changed."
        >
          <Agreement before={run.before} after={run.after} />
        </Panel>
        <Panel
          title="Largest difference of y."
          reading="The same weights with each table. Logarithmic."
        >
          <Differences result={result} table={table} />
          <dl class="order-numbers">
            <div>
              <dt>y</dt>
              <dd data-number="output-difference">{scientific(run.outputDifference)}</dd>
            </div>
            <div>
              <dt>logits</dt>
              <dd data-number="logit-difference">{scientific(run.logitDifference)}</dd>
            </div>
            <div>
              <dt>patches</dt>
              <dd data-number="patch-difference">{scientific(run.patchDifference)}</dd>
            </div>
          </dl>
        </Panel>
      </div>
    </>
  );
}

function Agreement({ before, after }: { before: Float32Array; after: Float32Array }) {
  const [holder, width] = useWidth<HTMLDivElement>(252);
  const html = agreementFigure(
    { across: { name: 'as it is', values: before }, up: { name: 'reordered', values: after } },
    Math.min(width, 300),
  );
  return (
    <div ref={holder} class="order-agreement">
      <Markup html={html} />
    </div>
  );
}

function Differences({ result, table }: { result: TokenOrderResult; table: TableName }) {
  const [holder, width] = useWidth<HTMLDivElement>(252);
  const rows = result.runs.map(({ positionEmbedding, outputDifference }) => ({
    name: rowNames[positionEmbedding]!,
    value: outputDifference,
    chosen: positionEmbedding === table,
  }));
  const html = logDots({ name: 'Largest difference of y', rows, powers: [-8, 1] }, width);
  return (
    <div ref={holder} style={`min-height:${logDotsHeight(rows.length)}px`}>
      <Markup html={html} />
    </div>
  );
}
