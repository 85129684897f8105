/** A framework's own layer: the same block at evaluation, more dropout in training. */
import type { ComponentChildren } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { outsideWords, useModelInput } from '../../model/model-input.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { columns, defaults, draws, type LayerSettings } from './settings.ts';
import { meanOf, percent } from './words.ts';

/** Of the book's own models. */
const blocks = ['1', '2', '3'];

export default function FrameworkLayer({ children }: { children?: ComponentChildren }) {
  const [settings, setSettings] = useState(defaults);
  const change = (part: Partial<LayerSettings>) => setSettings({ ...settings, ...part });
  const { block, rate, seed } = settings;
  const input = useModelInput();
  const request = useMemo(
    () =>
      input && (() => ({ weights: input.weights, image: input.image, block, rate, seed, draws })),
    [input, block, rate, seed],
  );
  const [computation, tryAgain] = useComputation('framework-layer', 'blockDropout', request);
  const { result, request: answered } = computation;
  return (
    <Widget
      name="framework-layer"
      title="A framework’s layer in training"
      intro={`Set the rate; the block is run ${draws} times with masks of its own.`}
      state={computation.state}
      backend={computation.backend}
    >
      <div class="ctl">
        <span class="f">
          <span>block</span>
          <Segmented
            label="Block"
            value={String(block + 1)}
            choices={blocks}
            onInput={(value) => change({ block: Number(value) - 1 })}
          />
        </span>
        <label class="f">
          dropout
          <input
            type="range"
            aria-label="dropout rate"
            min={0}
            max={0.5}
            step={0.05}
            value={rate}
            onInput={(event) => change({ rate: event.currentTarget.valueAsNumber })}
          />
          <output aria-live="off">{rate}</output>
        </label>
        <button class="btn" type="button" onClick={() => change({ seed: seed + 1 })}>
          Draw again
        </button>
        <button class="btn" type="button" onClick={() => setSettings(defaults)}>
          Reset
        </button>
      </div>
      {result && answered ? <Figures result={result} settings={answered} /> : children}
      <EngineStatus
        computation={computation}
        facts={[
          input && weightsWords(input.weights),
          input && outsideWords(input),
          `masks of seed ${seed}`,
        ]}
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['encoder-block', 'dropout']} />
      </EngineStatus>
      <details class="numbers">
        <summary>The numbers as a table</summary>
        {result && (
          <table>
            <thead>
              <tr>
                <th scope="col">dropout as in</th>
                <th scope="col">change, mean of all tokens</th>
                <th scope="col">class token</th>
              </tr>
            </thead>
            <tbody>
              {(['paper', 'framework'] as const).map((where) => (
                <tr key={where}>
                  <th scope="row">{columns[where]}</th>
                  <td data-number={where}>{percent(meanOf(result.spread[where]))}</td>
                  <td>{percent(result.spread[where][0]!)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </details>
    </Widget>
  );
}
