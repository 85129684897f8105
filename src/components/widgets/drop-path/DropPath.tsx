/** Drop path: a batch of pictures, each with its own masks, through the blocks of a model in training mode. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { weightsKey, weightsWords } from '../../../lib/model/checkpoint.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { useModelInput } from '../../model/model-input.ts';
import { setPictures } from '../../model/set-pictures.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Expectation } from './Expectation.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import {
  batch,
  defaults,
  depthNames,
  depthOf,
  drawNames,
  mostRate,
  type DepthName,
  type DrawName,
  type DropPathSettings,
} from './settings.ts';

export default function DropPath({ children }: { children?: ComponentChildren }) {
  const [settings, setSettings] = useState(defaults);
  const [names, setNames] = useState<readonly string[]>([]);
  const change = useCallback(
    (part: Partial<DropPathSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const { weights } = useModelInput() ?? {};
  const key = weights && weightsKey(weights);
  const { depth, rate, draw, seed } = settings;
  const request = useMemo(() => {
    if (!weights) return null;
    return async () => {
      const pictures = (await setPictures(weights)).slice(0, batch);
      setNames(pictures.map(({ name }) => name));
      return {
        weights,
        images: pictures.map(({ values }) => values),
        depth: depthOf(depth),
        rate,
        oneDraw: draw === 'one for both',
        seed,
      };
    };
  }, [key, depth, rate, draw, seed]);
  const [computation, tryAgain] = useComputation('drop-path', 'dropPathFlow', request);
  const { result, request: answered } = computation;
  const fresh = answered && answered.depth !== null;
  return (
    <Widget
      name="drop-path"
      title="Drop path"
      intro="Set the last block’s rate, and send a batch through."
      state={computation.state}
      backend={computation.backend}
    >
      <Controls settings={settings} change={change} />
      {result && answered ? (
        <>
          <Figures result={result} oneDraw={answered.oneDraw} names={names} />
          <Expectation rate={rate} seed={seed} />
        </>
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={
          weights && result && answered
            ? [
                `masks [${result.shape.depth}, 2, ${result.shape.batch}, 1, 1], seed ${answered.seed}`,
                fresh
                  ? `fresh weights, seed ${weights.seed}, ${result.shape.depth} blocks`
                  : weightsWords(weights),
              ]
            : []
        }
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['dropout', 'encoder-block']} />
      </EngineStatus>
      <NumberTable result={result} names={names} />
    </Widget>
  );
}

interface ControlsProps {
  settings: DropPathSettings;
  change: (part: Partial<DropPathSettings>) => void;
}

function Controls({ settings, change }: ControlsProps) {
  const { depth, rate, draw, seed } = settings;
  return (
    <div class="ctl">
      <span class="f">
        <span>blocks</span>
        <Segmented
          label="Blocks"
          value={depth}
          choices={depthNames}
          onInput={(value) => change({ depth: value as DepthName })}
        />
      </span>
      <label class="f" title={`default: ${defaults.rate}`}>
        rate
        <input
          type="range"
          min={0}
          max={mostRate}
          step={0.05}
          value={rate}
          onInput={(event) => change({ rate: event.currentTarget.valueAsNumber })}
        />
        <output aria-live="off">{rate.toFixed(2)}</output>
      </label>
      <span class="f">
        <span>draw</span>
        <Segmented
          label="Draw"
          value={draw}
          choices={drawNames}
          onInput={(value) => change({ draw: value as DrawName })}
        />
      </span>
      <button class="btn" type="button" onClick={() => change({ seed: seed + 1 })}>
        Draw anew
      </button>
      <button class="btn" type="button" onClick={() => change(defaults)}>
        Reset
      </button>
    </div>
  );
}
