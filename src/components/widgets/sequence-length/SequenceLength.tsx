/** The sequence-length calculator: what one token per value, per pixel and per patch costs. */
import { useCallback, useMemo, useState } from 'preact/hooks';
import { logPlot, type LogPlot } from '../../../lib/figures/log-plot.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { useNextFrame } from '../../figures/use-next-frame.ts';
import { useWidth } from '../../figures/use-width.ts';
import { Widget } from '../frame/Widget.tsx';
import { Controls } from './Controls.tsx';
import { leftover, lengthRows, widthOf } from './count.ts';
import { NumberTable } from './NumberTable.tsx';
import { entriesPlot, workPlot } from './plots.ts';
import { defaults, largestImage, smallestImage, type LengthSettings } from './settings.ts';
import { Table } from './Table.tsx';
import { misfit, seen } from './words.ts';

export default function SequenceLength() {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<LengthSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const awake = useAwake();
  const shown = useNextFrame(settings);
  const counted = useMemo(
    () => <Counted settings={shown} awake={awake} change={change} />,
    [shown, awake],
  );
  return (
    <Widget
      name="sequence-length"
      titleId="length-title"
      title="Sequence-length calculator"
      intro="Choose the image, the patch and the width of the model."
      state={awake ? 'ready' : 'poster'}
      backend="cpu"
    >
      <Controls settings={settings} change={change} />
      {counted}
    </Widget>
  );
}

interface CountedProps {
  settings: LengthSettings;
  awake: boolean;
  change: (part: Partial<LengthSettings>) => void;
}

/** Everything that is counted from the settings. */
function Counted({ settings, awake, change }: CountedProps) {
  const { rows, milliseconds } = useMemo(() => {
    const started = performance.now();
    return { rows: lengthRows(settings), milliseconds: performance.now() - started };
  }, [settings]);
  const { embedDim, numHeads } = widthOf(settings);
  const rest = leftover(settings);
  return (
    <>
      <div class="length-said">
        <Announced>{seen(settings, rows)}</Announced>
        {rest && (
          <div>
            <p>{misfit(settings)}</p>
            {[rest.smaller, rest.larger]
              .filter((side) => side >= smallestImage && side <= largestImage)
              .map((side) => (
                <button
                  key={side}
                  class="btn"
                  type="button"
                  onClick={() => change({ imageSize: side })}
                >
                  Take {side} pixels
                </button>
              ))}
          </div>
        )}
      </div>
      <Table rows={rows} heads={numHeads} />
      <div class="length-panels">
        <Panel
          title="Scores of one head, one layer, one image."
          reading="Both axes logarithmic. Twice the side, sixteen times the scores."
        >
          <Figure plot={entriesPlot(settings, rows)} />
        </Panel>
        <Panel
          title={
            <>
              Work of one block of <i class="dim dim-D">D</i> = {embedDim}.
            </>
          }
          reading="Against its tokens: the dense layers, and attention’s two products (dashed)."
        >
          <Figure plot={workPlot(settings, rows)} />
        </Panel>
      </div>
      <StatusLine
        facts={[
          awake ? 'computed here' : 'computed when the site was built',
          'JavaScript',
          awake ? `${milliseconds.toFixed(1)} ms` : null,
          'no weights: counted, not measured',
          'a multiply-add is two FLOPs',
          '1 kB = 1,000 bytes',
        ]}
      />
      <NumberTable settings={settings} />
    </>
  );
}

const height = 300;

function Figure({ plot }: { plot: LogPlot }) {
  const [holder, width] = useWidth<HTMLDivElement>(500);
  return (
    <div ref={holder} class="length-figure" style={`min-height:${height}px`}>
      <Markup html={logPlot(plot, { width, height })} />
    </div>
  );
}
