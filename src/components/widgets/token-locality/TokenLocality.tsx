/** One token, or all: what a change of the tokens does to the MLP and to attention. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { gridSide, type VitConfig } from '../../../lib/model/config.ts';
import { Segmented } from '../../controls/Segmented.tsx';
import { isAnswerTo, outsideWords, type ModelInput } from '../../model/model-input.ts';
import { pictureOfInput } from '../../model/PatchPicture.tsx';
import { useForward } from '../../model/shared-forward.ts';
import { useWhole } from '../../model/use-whole.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import {
  changeOf,
  changes,
  defaults,
  shownChange,
  type Change,
  type LocalitySettings,
} from './settings.ts';

export default function TokenLocality({ children }: { children?: ComponentChildren }) {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<LocalitySettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const [{ result: pass, input = null }] = useForward();
  const config = pass?.config;
  const request = useRequest(input, config, settings);
  const [computation, tryAgain] = useComputation('token-locality', 'tokenLocality', request);
  const { result, request: answered } = computation;
  const whole = useWhole(
    result && answered && input && config && isAnswerTo(input, answered)
      ? { result, answered, image: pictureOfInput(input), config }
      : null,
  );
  const depth = config?.depth ?? 3;
  return (
    <Widget
      name="token-locality"
      titleId="locality-title"
      title="One token, or all"
      intro="Choose the patch whose token is changed, and see whose output changes."
      state={computation.state}
      backend={computation.backend}
    >
      <div class="ctl">
        <span class="f">
          <span>change</span>
          <Segmented
            label="Change"
            value={settings.change}
            choices={changes}
            onInput={(value) => change({ change: value as Change })}
          />
        </span>
        <span class="f">
          <span>block</span>
          <Segmented
            label="Block"
            value={String(Math.min(settings.block, depth - 1) + 1)}
            choices={Array.from({ length: depth }, (_, i) => String(i + 1))}
            onInput={(name) => change({ block: Number(name) - 1 })}
          />
        </span>
        <button
          class="btn"
          type="button"
          onClick={() => change({ seed: settings.seed + 1 })}
          disabled={settings.change === 'all, shifted by one'}
          title={settings.change === 'all, shifted by one' ? 'a shift adds no numbers' : undefined}
        >
          Other numbers
        </button>
        <button class="btn" type="button" onClick={() => setSettings(defaults)}>
          Reset
        </button>
      </div>
      {whole ? (
        <Figures
          result={whole.result}
          image={whole.image}
          grid={gridSide(whole.config)}
          {...shownChange(whole.answered, whole.config)}
          onChoose={(patch) => change({ patch, change: 'one patch' })}
        />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={
          input
            ? [
                `differences of ${result?.mlp.length} tokens`,
                `block ${(answered?.block ?? 0) + 1}`,
                weightsWords(input.weights),
                outsideWords(input),
              ]
            : []
        }
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['mlp', 'attention', 'layer-norm']} />
      </EngineStatus>
      <NumberTable result={result} />
    </Widget>
  );
}

/** What is asked of the engine: again whenever the picture, the weights or what is changed differ. */
function useRequest(
  input: ModelInput | null,
  config: VitConfig | undefined,
  settings: LocalitySettings,
) {
  return useMemo(() => {
    if (!input || !config) return null;
    const { weights, image } = input;
    const block = Math.min(settings.block, config.depth - 1);
    return () => ({ weights, image, block, seed: settings.seed, ...changeOf(settings, config) });
  }, [input, config, settings]);
}
