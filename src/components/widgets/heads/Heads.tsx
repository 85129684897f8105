/** Heads side by side: every head of every block, the same query in each, and switches for them all. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { weightsWords } from '../../../lib/model/checkpoint.ts';
import { Button } from '../../controls/Button.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { outsideWords } from '../../model/model-input.ts';
import { pictureOfInput } from '../../model/PatchPicture.tsx';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import { defaults, queries, samples, scales, type HeadsSettings } from './settings.ts';
import { useHeads } from './use-heads.ts';

export default function Heads({ children }: { children?: ComponentChildren }) {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<HeadsSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const { computation, tryAgain, forward, seen, several } = useHeads(settings);
  const { input } = forward;
  const image = useMemo(() => input && pictureOfInput(input), [input]);
  const shown = seen && {
    ...settings,
    patch: Math.min(settings.patch, seen.grid ** 2 - 1),
    chosen: within(settings.chosen, seen.shape),
  };
  return (
    <Widget
      name="heads"
      title="Heads side by side"
      intro="Choose who asks and compare the heads. Switch one off and see the answer move."
      state={computation.state}
      backend={computation.backend}
    >
      <div class="ctl">
        {choice('query', queries, settings.query, (query) => change({ query }))}
        {choice('scale', scales, settings.scale, (scale) => change({ scale }))}
        {choice('distances of', samples, settings.sample, (sample) => change({ sample }))}
        <Button
          label="All heads on"
          reason={settings.off.length === 0 ? 'all heads are on' : null}
          onPress={() => change({ off: [] })}
        />
        <Button label="Reset" onPress={() => setSettings(defaults)} />
      </div>
      {shown && image ? (
        <Figures {...{ seen, image, several, change }} settings={shown} />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={input ? [weightsWords(input.weights), outsideWords(input)] : []}
        stillWorks="what stands above was computed before"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['attention', 'encoder-block', 'head']} />
      </EngineStatus>
      <NumberTable seen={seen} settings={shown ?? settings} />
    </Widget>
  );
}

function choice<Name extends string>(
  label: string,
  choices: readonly Name[],
  value: Name,
  onInput: (value: Name) => void,
) {
  return (
    <span class="f">
      <span>{label}</span>
      <Segmented
        label={label}
        value={value}
        choices={choices}
        onInput={(chosen) => onInput(chosen as Name)}
      />
    </span>
  );
}

/** The head itself where the model has it, else its last. */
function within(
  [block, head]: HeadsSettings['chosen'],
  [layers, heads]: readonly [number, number, ...number[]],
): HeadsSettings['chosen'] {
  return [Math.min(block, layers - 1), Math.min(head, heads - 1)];
}
