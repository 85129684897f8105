import { useMemo } from 'preact/hooks';
import type { DropPathFlowResult } from '../../../lib/engine/computations/drop-path-flow.ts';
import { dropPathFigure, dropPathHeight } from '../../../lib/figures/drop-path-figure.ts';
import { largest } from '../../../lib/figures/pictures.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { SmallMap } from '../../figures/SmallMap.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { countsOf } from './counts.ts';
import { Modes } from './Modes.tsx';
import { seen } from './words.ts';

interface FiguresProps {
  result: DropPathFlowResult;
  oneDraw: boolean;
  names: readonly string[];
}

/** The batch on its way, what its masks come to, and what became of one branch. */
export function Figures({ result, oneDraw, names }: FiguresProps) {
  const { rates, shape } = result;
  const counts = useMemo(() => countsOf(result, oneDraw), [result, oneDraw]);
  const [holder, width] = useWidth<HTMLDivElement>(1104);
  const { kept } = counts;
  const html = useMemo(
    () => dropPathFigure({ rates, kept, batch: shape.batch, names }, width),
    [kept, width],
  );
  return (
    <>
      <Announced class="seen">{seen(counts, shape.depth, oneDraw)}</Announced>
      <Panel
        title={`${shape.batch} samples through ${shape.depth} blocks.`}
        reading="Bars: the rate of each block. Below, a line for each sample: a full circle where attention was added to it, a full square where the MLP was; small and empty where drop path left it out. At right, branches kept, halved."
      >
        <div ref={holder} style={`min-height:${dropPathHeight(shape.batch)}px`}>
          <Markup html={html} class="fitting" />
        </div>
      </Panel>
      <dl class="path-numbers">
        <Number name="mean-depth" of="mean depth of this batch" value={counts.mean.toFixed(2)} />
        <Number name="expected-depth" of="expected" value={counts.expectedDepth.toFixed(2)} />
        <Number name="distinct" of="different depths" value={String(counts.distinct)} />
        <Number name="vanished" of="blocks passed unchanged" value={String(counts.vanished)} />
        <Number name="expected-vanished" of="expected" value={counts.expectedVanished.toFixed(2)} />
      </dl>
      <Branches result={result} />
      <Modes result={result} names={names} />
    </>
  );
}

function Number({ name, of, value }: { name: string; of: string; value: string }) {
  return (
    <div>
      <dt>{of}</dt>
      <dd data-number={name}>{value}</dd>
    </div>
  );
}

/** One branch as computed, under dropout and under drop path: a row for each sample. */
function Branches({ result }: { result: DropPathFlowResult }) {
  const { shape, branch, dropped, added, rates } = result;
  const { batch, embedDim } = shape;
  const most = Math.max(...[branch, dropped, added].map((values) => largest(values.map(Math.abs))));
  const rate = rates.at(-1)!.toFixed(2);
  const zeros = (values: Float32Array) => values.filter((value) => value === 0).length;
  const rowsOf = (values: Float32Array) =>
    Array.from({ length: batch }, (_, b) => values.subarray(b * embedDim, (b + 1) * embedDim));
  const empty = rowsOf(added).filter((row) => row.every((value) => value === 0)).length;
  const maps = [
    {
      title: 'The branch as computed.',
      reading: `Last MLP, class token: ${batch} samples by ${embedDim} numbers.`,
      values: branch,
    },
    {
      title: 'Under dropout.',
      reading: `At rate ${rate}: ${zeros(dropped)} single numbers of ${batch * embedDim} are zero.`,
      values: dropped,
    },
    {
      title: 'Under drop path.',
      reading: `At rate ${rate}: ${empty} samples of ${batch} get nothing, the rest all of it.`,
      values: added,
    },
  ];
  return (
    <div class="path-branches">
      {maps.map(({ title, reading, values }) => (
        <Panel key={title} title={title} reading={reading}>
          <SmallMap
            values={values}
            rows={batch}
            columns={embedDim}
            most={most}
            name={`${title} ${reading}`}
          />
        </Panel>
      ))}
      <p class="keyline">
        <span>−{most.toFixed(2)}</span>
        <i class="div" />
        <span>{most.toFixed(2)}, one scale for all three</span>
      </p>
    </div>
  );
}
