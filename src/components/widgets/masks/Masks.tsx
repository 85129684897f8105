/** Masks: one head of the picture with keys hidden, the mask laid on in three places. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { headOf } from '../../../lib/figures/attention-head.ts';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { Button } from '../../controls/Button.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { stateWith, useLater } from '../../figures/use-later.ts';
import { outsideWords } from '../../model/model-input.ts';
import { useForward, type Forward } from '../../model/shared-forward.ts';
import { useWhole } from '../../model/use-whole.ts';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import type { MaskView } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import {
  defaultProbe,
  defaults,
  maskings,
  maskingWords,
  maskNames,
  maskOf,
  maskWords,
  shownHead,
  type MaskName,
  type MaskSettings,
} from './settings.ts';

const loadFigures = () => import('./Figures.tsx');

/** `children`: the figures, drawn when the site was built. */
export default function Masks({ children }: { children?: ComponentChildren }) {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<MaskSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const { mask, masking } = settings;
  const [forward] = useForward();
  const request = useMemo(
    () => requestOf(forward, settings),
    [forward.result, mask, settings.probe],
  );
  const [computation, tryAgain] = useComputation(
    'masks',
    'maskedAttention',
    useMemo(() => request && (() => request), [request]),
  );
  const { result, request: answered } = computation;
  const { input } = forward;
  const now = useMemo(
    () =>
      result && input && answered && answered === request
        ? { input, masked: result, tokens: answered.tokens, probe: answered.probe }
        : null,
    [result, input, answered, request],
  );
  const view: MaskView | null = useWhole(now);
  const figures = useLater(loadFigures);
  const state = forward.state === 'failed' ? forward : computation;
  return (
    <Widget
      name="masks"
      title="A mask, in three places"
      intro="Choose what is hidden, and where the mask is laid on."
      state={stateWith(figures, state.state)}
      backend={computation.backend}
    >
      <div class="ctl">
        <span class="f">
          <span>hidden</span>
          <Segmented
            label="Hidden"
            value={maskWords[mask]}
            choices={maskNames.map((name) => maskWords[name])}
            onInput={(words) => change({ mask: named(maskWords, words) as MaskName })}
          />
        </span>
        <span class="f">
          <span>the mask, around the softmax</span>
          <Segmented
            label="The mask, around the softmax"
            value={maskingWords[masking]}
            choices={maskings.map((name) => maskingWords[name])}
            onInput={(words) =>
              change({ masking: named(maskingWords, words) as MaskSettings['masking'] })
            }
          />
        </span>
        <Button label="Reset" onPress={() => setSettings(defaults)} />
      </div>
      {view && figures ? (
        <figures.Figures view={view} masking={masking} onProbe={(probe) => change({ probe })} />
      ) : (
        children
      )}
      <EngineStatus
        computation={state}
        facts={
          forward.input ? [weightsWords(forward.input.weights), outsideWords(forward.input)] : []
        }
        stillWorks="what stands above was computed before"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['scaled-dot-product', 'attention']} />
      </EngineStatus>
      <NumberTable masked={view?.masked} />
    </Widget>
  );
}

const named = (words: Record<string, string>, one: string) =>
  Object.keys(words).find((name) => words[name] === one)!;

function requestOf({ result }: Forward, { mask, probe }: MaskSettings) {
  if (!result) return null;
  const { tokens, queries, keys, values } = headOf(result.trace, shownHead.block, shownHead.head);
  const turned = probe !== null && probe < tokens ? probe : defaultProbe(tokens);
  const request = { queries, keys, values, tokens, probe: turned };
  return { ...request, mask: maskOf(mask, tokens, turned) };
}
