/** Why divide by the root of K? Random queries and keys of every width, and the model's own. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { Button } from '../../controls/Button.tsx';
import { stateWith, useLater } from '../../figures/use-later.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { NumberTable } from './NumberTable.tsx';
import { defaults, requestOf, tokens, widths } from './settings.ts';
import { useModelHeads } from './use-model-heads.ts';

const loadFigures = () => import('./Figures.tsx');

/** `children`: the figures, drawn when the site was built. */
export default function WhyDivide({ children }: { children?: ComponentChildren }) {
  const [settings, setSettings] = useState(defaults);
  const { width: chosen, seed } = settings;
  const { forward, model } = useModelHeads();
  // The model's pass first: it is what the page's other figures wait for.
  const request = useMemo(() => (model ? () => requestOf(seed) : null), [model === null, seed]);
  const [computation, tryAgain] = useComputation('why-divide', 'whyDivide', request);
  const figures = useLater(loadFigures);
  const spreads = computation.result;
  const state = forward.state === 'failed' ? forward : computation;
  return (
    <Widget
      name="why-divide"
      titleId="why-title"
      title="Why divide?"
      intro={
        <>
          Move the width of the head. <span class="query">Queries</span> and{' '}
          <span class="key">keys</span> are random numbers of variance 1.
        </>
      }
      state={stateWith(figures, state.state)}
      backend={computation.backend}
    >
      <div class="ctl">
        <label class="f">
          <span>
            head width <i class="dim dim-K">K</i>
          </span>
          <input
            type="range"
            name="head width K"
            aria-valuetext={String(widths[chosen])}
            min={0}
            max={widths.length - 1}
            step={1}
            value={chosen}
            title={`default: ${widths[defaults.width]}`}
            onInput={(event) => setSettings({ seed, width: event.currentTarget.valueAsNumber })}
          />
          <output aria-live="off">{widths[chosen]}</output>
        </label>
        <Button
          label="Draw other numbers"
          onPress={() => setSettings({ ...settings, seed: seed + 1 })}
        />
        <Button label="Reset" onPress={() => setSettings(defaults)} />
      </div>
      {spreads && model && figures ? <figures.Figures {...{ spreads, chosen, model }} /> : children}
      <EngineStatus
        computation={state}
        facts={[
          `${tokens} tokens, seed ${computation.request?.seed}`,
          forward.input && weightsWords(forward.input.weights),
        ]}
        stillWorks="what stands above was computed before"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['scaled-dot-product']} />
      </EngineStatus>
      <NumberTable spreads={spreads} />
    </Widget>
  );
}
