/** The loss and its gradient: move the logits, and see what training would do about them. */
import { useState } from 'preact/hooks';
import { barsFigure, barsHeight } from '../../../lib/figures/bars.ts';
import { lossNumbers } from '../../../lib/figures/loss-numbers.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { Announced } from '../../controls/Announced.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { Panel } from '../../figures/Panel.tsx';
import { useAwake } from '../../figures/use-awake.ts';
import { useWidth } from '../../figures/use-width.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { Widget } from '../frame/Widget.tsx';
import {
  classNames,
  defaults,
  largestLogit,
  largestSmoothing,
  type LossSettings,
} from './settings.ts';
import { seen } from './words.ts';

export default function LossLab() {
  const [settings, setSettings] = useState(defaults);
  const numbers = lossNumbers(settings.logits, settings.right, settings.smoothing);
  const { probabilities, targets, gradient, loss } = numbers;
  return (
    <Widget
      name="loss-lab"
      title="Loss and gradient"
      intro="Move a logit; choose which class is right."
      state={useAwake() ? 'ready' : 'poster'}
    >
      <Controls settings={settings} onChange={setSettings} />
      <Announced class="seen">{seen(settings, numbers)}</Announced>
      <div class="loss-panels">
        <Bars
          title="Prediction p."
          reading="softmax of the logits; sums to 1."
          values={probabilities}
          right={settings.right}
        />
        <Bars
          title="Target t."
          reading="1 for the right class, or a little less with smoothing."
          values={targets}
          right={settings.right}
        />
        <Bars
          title="Gradient p − t."
          reading="Of the loss for each logit; sums to 0."
          values={gradient}
          right={settings.right}
          low={-1}
        />
      </div>
      <p class="loss-sum">
        loss = <span>{sum(targets, probabilities)}</span> ={' '}
        <b data-number="loss">{loss.toFixed(4)}</b> nats
      </p>
      <StatusLine facts={['computed here', 'in the page, doubles']}>
        <DeviceCheck stages={['loss']} />
      </StatusLine>
      <details class="numbers">
        <summary>The numbers as a table</summary>
        <table>
          <thead>
            <tr>
              {['class', 'logit', 'p', 't', 'gradient'].map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {classNames.map((name, c) => (
              <tr key={name}>
                <th scope="row">{name}</th>
                <td>{signed(settings.logits[c]!, 1)}</td>
                <td data-number={`p ${name}`}>{probabilities[c]!.toFixed(4)}</td>
                <td>{targets[c]!.toFixed(4)}</td>
                <td data-number={`gradient ${name}`}>{signed(gradient[c]!, 4)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Widget>
  );
}

/** "− 1 log 0.57", with the terms that count. */
function sum(targets: readonly number[], probabilities: readonly number[]): string {
  return targets
    .map((t, c) => ({ t, p: probabilities[c]! }))
    .filter(({ t }) => t > 0)
    .map(({ t, p }) => `− ${t.toFixed(t === 1 ? 0 : 3)} log ${p.toPrecision(3)}`)
    .join(' ');
}

interface ControlsProps {
  settings: LossSettings;
  onChange: (settings: LossSettings) => void;
}

function Controls({ settings, onChange }: ControlsProps) {
  const { logits, right, smoothing } = settings;
  const move = (c: number, value: number) =>
    onChange({ ...settings, logits: logits.map((logit, i) => (i === c ? value : logit)) });
  return (
    <div class="ctl loss-ctl">
      {classNames.map((name, c) => (
        <label key={name} class="f">
          {name}
          <input
            type="range"
            aria-label={`logit of ${name}`}
            min={-largestLogit}
            max={largestLogit}
            step={0.1}
            value={logits[c]}
            onInput={(event) => move(c, event.currentTarget.valueAsNumber)}
          />
          <output aria-live="off">{signed(logits[c]!, 1)}</output>
        </label>
      ))}
      <label class="f">
        right class
        <select
          aria-label="right class"
          value={classNames[right]}
          onInput={(event) => onChange({ ...settings, right: event.currentTarget.selectedIndex })}
        >
          {classNames.map((name) => (
            <option key={name}>{name}</option>
          ))}
        </select>
      </label>
      <label class="f">
        label smoothing
        <input
          type="range"
          aria-label="label smoothing"
          min={0}
          max={largestSmoothing}
          step={0.05}
          value={smoothing}
          onInput={(event) =>
            onChange({ ...settings, smoothing: event.currentTarget.valueAsNumber })
          }
        />
        <output aria-live="off">{smoothing.toFixed(2)}</output>
      </label>
      <button class="btn" type="button" onClick={() => onChange(defaults)}>
        Reset
      </button>
    </div>
  );
}

interface BarsProps {
  title: string;
  reading: string;
  values: readonly number[];
  right: number;
  low?: 0 | -1;
}

function Bars({ title, reading, values, right, low = 0 }: BarsProps) {
  const [holder, width] = useWidth<HTMLDivElement>(300);
  const bars = values.map((value, c) => ({
    name: classNames[c]!,
    value,
    chosen: c === right,
  }));
  const text = (value: number) => signed(value);
  const figure = { name: title, bars, range: [low, 1] as const, text, names: 70 };
  return (
    <Panel title={title} reading={reading}>
      <div ref={holder} style={`min-height:${barsHeight(bars.length)}px`}>
        <Markup html={barsFigure(figure, Math.min(width, 420))} />
      </div>
    </Panel>
  );
}
