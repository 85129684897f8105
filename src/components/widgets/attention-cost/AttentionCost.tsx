/** What attention costs as N, D and H change: counted at every move, measured when asked. */
import { useRef, useState } from 'preact/hooks';
import { logPlot, type LogPlot } from '../../../lib/figures/log-plot.ts';
import { whole } from '../../../lib/figures/words.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Button } from '../../controls/Button.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { Select } from '../../controls/Select.tsx';
import { Slider } from '../../controls/Slider.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { useWidth } from '../../figures/use-width.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { Widget } from '../frame/Widget.tsx';
import { costPlot } from './curves.ts';
import { Measured } from './Measured.tsx';
import { NumberTable } from './NumberTable.tsx';
import { defaults, grids, quantities, widths, type CostSettings } from './settings.ts';
import { useTimes, type Times } from './use-times.ts';
import { costSeen } from './words.ts';

const height = 300;

export default function AttentionCost() {
  const [settings, setSettings] = useState(defaults);
  const change = (part: Partial<CostSettings>) => setSettings((before) => ({ ...before, ...part }));
  const awake = useAwake();
  const [found, measure, stop] = useTimes();
  const measuring = found.state === 'busy';
  const { grid, embedDim, numHeads, quantity } = settings;
  const counted = useCounted(settings);
  return (
    <Widget
      name="attention-cost"
      titleId="cost-title"
      title="What attention costs"
      intro="Move the sizes; measure on your own device."
      state={awake ? found.state : 'poster'}
      backend={found.backend}
    >
      <div class="ctl cost-ctl">
        <Slider
          label="patches"
          letter="N"
          value={grid}
          min={grids.least}
          max={grids.most}
          step={1}
          initial={String(defaults.grid ** 2)}
          text={(side) => whole(side ** 2)}
          detail={`${grid} × ${grid}`}
          onInput={(side) => change({ grid: side })}
        />
        <Slider
          label="heads"
          letter="H"
          value={numHeads}
          min={1}
          max={16}
          step={1}
          initial={String(defaults.numHeads)}
          onInput={(heads) => change({ numHeads: heads })}
        />
        <Select
          label="width"
          letter="D"
          value={String(embedDim)}
          choices={widths.map(String)}
          initial={String(defaults.embedDim)}
          onInput={(value) => change({ embedDim: Number(value) })}
        />
        <span class="f">
          <span>count</span>
          <Segmented
            label="Count"
            value={quantity}
            choices={quantities}
            onInput={(value) => change({ quantity: value as CostSettings['quantity'] })}
          />
        </span>
        <Button
          label={measuring ? 'Stop' : 'Measure'}
          primary
          reason={measuring ? null : counted.problem}
          onPress={() => (measuring ? stop() : measure(settings))}
        />
        <Button label="Reset" onPress={() => setSettings(defaults)} />
      </div>
      <Announced class="seen" data-number="seen">
        {counted.words}
      </Announced>
      <div class="cost-panels">
        <Panel
          title="Counted."
          reading="One block with an MLP of ratio 4, one image. Both axes are logarithmic."
        >
          <Counted plot={counted.plot} />
        </Panel>
        <Panel
          title="Measured here."
          reading="The median of three runs of each stage, with the answer read back."
        >
          <Measured found={found} />
        </Panel>
      </div>
      <Status {...{ found, awake }} measure={() => measure(settings)} />
      <NumberTable settings={settings} times={found.times} />
    </Widget>
  );
}

interface Counting {
  plot: LogPlot;
  words: string;
  /** Why such sizes cannot be measured; null when they can. */
  problem: string | null;
}

/** The chart and the sentence; for sizes that cannot be, the last chart that could, and why. */
function useCounted(settings: CostSettings): Counting {
  const last = useRef<LogPlot | null>(null);
  try {
    const words = costSeen(settings);
    last.current = costPlot(settings);
    return { plot: last.current, words, problem: null };
  } catch (error) {
    last.current ??= costPlot(defaults);
    const problem = `There is no such block. ${(error as Error).message}.`;
    return { plot: last.current, words: problem, problem };
  }
}

function Counted({ plot }: { plot: LogPlot }) {
  const [holder, width] = useWidth<HTMLDivElement>(520);
  return (
    <div ref={holder} class="cost-plot" style={`min-height:${height}px`}>
      <Markup html={logPlot(plot, { width: Math.min(width, 620), height })} />
    </div>
  );
}

function Status({ found, awake, measure }: { found: Times; awake: boolean; measure: () => void }) {
  const check = <DeviceCheck stages={['attention', 'mlp']} />;
  if (!found.result && found.state !== 'failed')
    return (
      <StatusLine
        facts={[
          awake ? 'counted here' : 'counted when the site was built',
          found.state === 'busy' ? 'measuring' : 'not measured yet',
        ]}
      >
        {check}
      </StatusLine>
    );
  return (
    <EngineStatus
      computation={found}
      facts={['fresh weights and random tokens']}
      stillWorks="what is counted stands above"
      tryAgain={measure}
    >
      {check}
    </EngineStatus>
  );
}
