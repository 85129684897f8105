/** Does it save time? The same batch without drop path, with its masks, and with the dropped branches left out. */
import { useMemo, useState } from 'preact/hooks';
import type { Way } from '../../../lib/engine/computations/drop-path-times.ts';
import { spreadOf, timeFigure, timeHeight } from '../../../lib/figures/time-figure.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Button } from '../../controls/Button.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { useWidth } from '../../figures/use-width.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { Widget } from '../frame/Widget.tsx';
import { fixed, rounds, sizeNames, sizes, wayNames, type SizeName } from './settings.ts';
import { useTimes } from './use-times.ts';
import { seen, type Runs } from './words.ts';

const ways = Object.keys(wayNames) as Way[];

export default function DropPathTimes() {
  const [size, setSize] = useState<SizeName>('small');
  const { times, measure, stop, clear } = useTimes();
  const awake = useAwake();
  const { state, runs, last, backend, failure, announcement } = times;
  const busy = state === 'busy';
  const { embedDim, batch } = sizes[size];
  const count = runs.none.length;
  return (
    <Widget
      name="drop-path-times"
      titleId="times-title"
      title="Does it save time?"
      intro={`Measure it on this device: ${rounds} rounds, the three ways in an order drawn anew.`}
      state={awake ? state : 'poster'}
      backend={backend}
    >
      <div class="ctl">
        <span class="f">
          <span>model</span>
          <Segmented
            label="Model"
            value={size}
            choices={sizeNames}
            onInput={(name) => {
              setSize(name as SizeName);
              clear();
            }}
          />
        </span>
        <Button
          label={busy ? 'Stop' : 'Measure'}
          onPress={busy ? stop : () => measure(size)}
          primary={!busy}
        />
      </div>
      <Announced class="seen">{seen(runs, last, size)}</Announced>
      <Panel
        class="times-panel"
        title="Forward passes."
        reading="Dots: single runs. Thick: the middle half. Upright: the median, ms."
      >
        <Figure runs={runs} />
      </Panel>
      <StatusLine
        failed={state === 'failed'}
        facts={
          state === 'failed'
            ? [`not measured: ${failure}`]
            : [
                busy ? 'measuring' : count > 0 ? 'measured here' : 'nothing measured yet',
                backend,
                count > 0 ? `${count} rounds` : null,
                `tokens [${batch}, 50, ${embedDim}], ${fixed.depth} blocks, fresh weights, seed ${fixed.seed}`,
                announcement,
              ]
        }
      >
        {awake && <DeviceCheck stages={['dropout', 'encoder-block']} />}
      </StatusLine>
      <NumberTable runs={runs} />
    </Widget>
  );
}

function Figure({ runs }: { runs: Runs }) {
  const [holder, width] = useWidth<HTMLDivElement>(640);
  const rows = ways.map((way) => ({ name: wayNames[way], runs: runs[way] }));
  const html = useMemo(() => timeFigure(rows, width), [runs, width]);
  return (
    <div ref={holder} style={`min-height:${timeHeight(rows.length)}px`}>
      <Markup html={html} />
    </div>
  );
}

function NumberTable({ runs }: { runs: Runs }) {
  const count = runs.none.length;
  return (
    <details class="numbers">
      <summary>The numbers as a table</summary>
      {count === 0 && <p class="pt">Nothing has been measured yet.</p>}
      {count > 0 && (
        <div tabIndex={0} role="group" aria-label="Every run">
          <table>
            <thead>
              <tr>
                {['way', 'median, ms', 'lower quartile', 'upper quartile', 'runs, ms'].map(
                  (name) => (
                    <th key={name} scope="col">
                      {name}
                    </th>
                  ),
                )}
              </tr>
            </thead>
            <tbody>
              {ways.map((way) => {
                const { median, lower, upper } = spreadOf(runs[way]);
                return (
                  <tr key={way}>
                    <th scope="row">{wayNames[way]}</th>
                    <td data-number={`${way}-median`}>{median.toFixed(1)}</td>
                    <td>{lower.toFixed(1)}</td>
                    <td>{upper.toFixed(1)}</td>
                    <td>{runs[way].map((run) => run.toFixed(0)).join(', ')}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      )}
    </details>
  );
}
