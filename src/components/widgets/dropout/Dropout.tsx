/** Two ways to drop out: grown while training, or shrunk at inference; and where dropout stands in the model. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { outsideWords } from '../../model/model-input.ts';
import { useForward } from '../../model/shared-forward.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import { classTokenValues } from './values.ts';
import { defaults, mostDraws, mostRate, type DropoutSettings } from './settings.ts';

export default function Dropout({ children }: { children?: ComponentChildren }) {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<DropoutSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const [{ result: pass, input }] = useForward();
  const { rate, seed } = settings;
  const request = useMemo(() => {
    if (!pass) return null;
    const values = classTokenValues(pass);
    return () => ({ values, rate, draws: mostDraws, seed });
  }, [pass, rate, seed]);
  const [computation, tryAgain] = useComputation('dropout', 'dropoutDraws', request);
  const { result, request: answered } = computation;
  return (
    <Widget
      name="dropout"
      title="Two ways to drop out"
      intro="Set a rate, choose a number, and draw."
      state={computation.state}
      backend={computation.backend}
    >
      <Controls settings={settings} change={change} />
      {result && answered && pass ? (
        <Figures
          values={answered.values}
          result={result}
          rate={answered.rate}
          config={pass.config}
          settings={settings}
          change={change}
        />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={
          input && answered
            ? [
                `masks [${answered.draws}, ${answered.values.length}], seed ${answered.seed}`,
                weightsWords(input.weights),
                outsideWords(input),
              ]
            : []
        }
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['dropout']} />
      </EngineStatus>
      <NumberTable result={result} values={answered?.values} draws={settings.draws} />
    </Widget>
  );
}

interface ControlsProps {
  settings: DropoutSettings;
  change: (part: Partial<DropoutSettings>) => void;
}

function Controls({ settings, change }: ControlsProps) {
  const { rate, attentionRate, draws, seed } = settings;
  const range = (
    label: string,
    value: number,
    [min, max, step]: readonly [number, number, number],
    onInput: (value: number) => void,
  ) => (
    <label class="f">
      {label}
      <input
        type="range"
        {...{ min, max, step, value }}
        onInput={(event) => onInput(event.currentTarget.valueAsNumber)}
      />
      <output aria-live="off">{step < 1 ? value.toFixed(2) : value}</output>
    </label>
  );
  return (
    <div class="ctl">
      {range('rate', rate, [0, mostRate, 0.05], (to) => change({ rate: to }))}
      {range('draws', draws, [1, mostDraws, 1], (to) => change({ draws: to }))}
      {range('rate on attention weights', attentionRate, [0, mostRate, 0.05], (to) =>
        change({ attentionRate: to }),
      )}
      <button class="btn" type="button" onClick={() => change({ seed: seed + 1 })}>
        Draw anew
      </button>
      <button class="btn" type="button" onClick={() => change(defaults)}>
        Reset
      </button>
    </div>
  );
}
