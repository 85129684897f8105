/** GELU and friends: the curve between the MLP's two layers, its tanh form and ReLU, and what they do to a number. */
import { useCallback, useState } from 'preact/hooks';
import { Announced } from '../../controls/Announced.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { Widget } from '../frame/Widget.tsx';
import { drawnIn, Figures, sampleCount } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import { firstX, range, step } from './settings.ts';
import { seen } from './words.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';

export default function Activations() {
  const [x, setX] = useState(firstX);
  const onX = useCallback((to: number) => setX(Math.round(to / step) * step), []);
  const awake = useAwake();
  return (
    <Widget
      name="activations"
      title="GELU and friends"
      intro="Move x with the slider, or press a figure."
      state={awake ? 'ready' : 'poster'}
      backend="cpu"
    >
      <div class="ctl">
        <label class="f" title={`default: ${signed(firstX, 2)}`}>
          x
          <input
            type="range"
            min={range[0]}
            max={range[1]}
            step={step}
            value={x}
            aria-valuetext={signed(x, 2)}
            onInput={(event) => onX(event.currentTarget.valueAsNumber)}
          />
          <output aria-live="off">{signed(x, 2)}</output>
        </label>
        <button class="btn" type="button" onClick={() => setX(firstX)}>
          Reset
        </button>
      </div>
      <Announced class="seen">{seen(x)}</Announced>
      <Figures x={x} onX={onX} />
      <StatusLine
        facts={
          awake
            ? [
                'computed here',
                'JavaScript, in doubles',
                `${drawnIn.toFixed(1)} ms`,
                `curves [${sampleCount}]`,
                'no weights: three fixed curves',
              ]
            : ['drawn when the site was built']
        }
      >
        {awake && <DeviceCheck stages={['mlp']} />}
      </StatusLine>
      <NumberTable />
    </Widget>
  );
}
