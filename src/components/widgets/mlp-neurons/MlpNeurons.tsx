/** What a hidden unit looks for: its activation over the picture, and the patches that light it up most. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { weightsKey, weightsWords } from '../../../lib/model/checkpoint.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { outsideWords, type ModelInput } from '../../model/model-input.ts';
import { pictureOfInput } from '../../model/PatchPicture.tsx';
import { useForward } from '../../model/shared-forward.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import { setPictures, type SetPicture } from '../../model/set-pictures.ts';
import { defaults, type NeuronSettings } from './settings.ts';

export default function MlpNeurons({ children }: { children?: ComponentChildren }) {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<NeuronSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const [forward, tryAgain] = useForward();
  const { result, input } = forward;
  const set = useSet(input);
  const depth = result?.config.depth ?? 3;
  const blocks = Array.from({ length: depth }, (_, i) => String(i + 1));
  return (
    <Widget
      name="mlp-neurons"
      titleId="neurons-title"
      title="What a hidden unit looks for"
      intro="Choose a unit, then a patch: point at it, or move with the arrow keys."
      state={forward.state}
      backend={forward.backend}
      data-set={set ? 'ready' : 'loading'}
    >
      <div class="ctl">
        <span class="f">
          <span>block</span>
          <Segmented
            label="Block"
            value={String(Math.min(settings.block, depth - 1) + 1)}
            choices={blocks}
            onInput={(name) => change({ block: Number(name) - 1, unit: null, patch: null })}
          />
        </span>
        <button class="btn" type="button" onClick={() => setSettings(defaults)}>
          Reset
        </button>
      </div>
      {result && input ? (
        <Figures
          result={result}
          image={pictureOfInput(input)}
          settings={settings}
          change={change}
          set={set}
        />
      ) : (
        children
      )}
      <EngineStatus
        computation={forward}
        facts={
          input
            ? [
                `activations [${result?.trace['blocks.0.mlp.activated']?.shape.join(', ')}]`,
                weightsWords(input.weights),
                outsideWords(input),
              ]
            : []
        }
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['mlp']} />
      </EngineStatus>
      <NumberTable result={result} settings={settings} set={set} />
    </Widget>
  );
}

/** The bundled pictures through the weights of the shared pass; null until they have been there. */
function useSet(input: ModelInput | undefined) {
  const { weights } = input ?? {};
  const key = weights && weightsKey(weights);
  const [pictures, setPicturesNow] = useState<readonly SetPicture[] | null>(null);
  const request = useMemo(() => {
    if (!weights) return null;
    return async () => {
      const loaded = await setPictures(weights);
      setPicturesNow(loaded);
      return { weights, images: loaded.map(({ values }) => values) };
    };
  }, [key]);
  const [{ result: found, request: answered }] = useComputation(
    'mlp-neurons',
    'mlpNeurons',
    request,
  );
  if (!found || !pictures || !answered || weightsKey(answered.weights) !== key) return null;
  return answered.images.length === pictures.length ? { pictures, found } : null;
}
