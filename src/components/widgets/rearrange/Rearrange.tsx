/** Write the rearrangement: a pattern that the reader types, run on their picture. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { Announced } from '../../controls/Announced.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import type { Photograph } from '../patch-cutter/cut.ts';
import { loadPhotograph } from '../patch-cutter/load-photograph.ts';
import { patchSizes } from '../patch-cutter/settings.ts';
import { useCutPhotograph } from '../patch-cutter/use-cut-photograph.ts';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import { defaults, examples, type RearrangeSettings } from './settings.ts';
import { planFor } from './verdict.ts';

interface RearrangeProps {
  /** The book's own, until the reader chooses another. */
  photograph: Photograph;
  /** The figures, drawn when the site was built. */
  children?: ComponentChildren;
}

export default function Rearrange({ photograph: bundled, children }: RearrangeProps) {
  const photograph = useCutPhotograph(bundled);
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<RearrangeSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const { patchSize, pattern } = settings;
  const size = { imageSize: photograph.size, patchSize, inChannels: photograph.channels };
  const mistake = useMemo(() => mistakeIn(pattern, size), [pattern, patchSize]);
  const request = useMemo(
    () =>
      mistake
        ? null
        : async () => ({
            ...size,
            pattern,
            image: photograph.pixels ?? (await loadPhotograph(photograph)),
          }),
    [photograph, patchSize, pattern, mistake],
  );
  const [computation, tryAgain] = useComputation('rearrange', 'rearrangeImage', request);
  const { result, request: answered } = computation;
  return (
    <Widget
      name="rearrange"
      title="Write the rearrangement"
      intro="Name every axis, then say in which order they shall stand."
      state={computation.state}
      backend={computation.backend}
    >
      <Controls settings={settings} mistake={mistake} change={change} />
      {result ? (
        <Figures
          result={result}
          pattern={answered!.pattern}
          size={{ ...size, patchSize: answered!.patchSize }}
          photograph={photograph}
        />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={[
          'no weights: numbers are only moved',
          mistake && 'the last pattern that could be run',
        ]}
        stillWorks="patterns are still read, and mistakes in them found"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['patchify']} />
      </EngineStatus>
      <NumberTable result={result} inChannels={photograph.channels} />
    </Widget>
  );
}

/** What is wrong with a pattern, in a sentence; null when it can be run. */
function mistakeIn(pattern: string, size: Parameters<typeof planFor>[1]): string | null {
  try {
    planFor(pattern, size);
    return null;
  } catch (error) {
    return (error as Error).message;
  }
}

interface ControlsProps {
  settings: RearrangeSettings;
  mistake: string | null;
  change: (part: Partial<RearrangeSettings>) => void;
}

function Controls({ settings, mistake, change }: ControlsProps) {
  const { pattern, patchSize } = settings;
  const example = Object.keys(examples).find((name) => examples[name] === pattern);
  return (
    <>
      <div class="ctl rearrange-ctl">
        <label class="f rearrange-field">
          <span>pattern</span>
          <input
            class="field"
            type="text"
            value={pattern}
            spellcheck={false}
            autocomplete="off"
            autocapitalize="off"
            aria-invalid={mistake !== null}
            aria-describedby="rearrange-mistake"
            onInput={(event) => change({ pattern: event.currentTarget.value })}
          />
        </label>
        <label class="f">
          example
          <select
            value={example ?? ''}
            onInput={({ currentTarget }) =>
              change({ pattern: examples[currentTarget.value] ?? pattern })
            }
          >
            {!example && <option value="">your own</option>}
            {Object.keys(examples).map((name) => (
              <option key={name} value={name}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <span class="f">
          <span>p1 = p2 =</span>
          <Segmented
            label="Patch side, pixels"
            value={String(patchSize)}
            choices={patchSizes.map(String)}
            onInput={(value) => change({ patchSize: Number(value) })}
          />
          <span>pixels</span>
        </span>
        <button class="btn" type="button" onClick={() => change(defaults)}>
          Reset
        </button>
      </div>
      <Announced id="rearrange-mistake" class="rearrange-mistake">
        {mistake ? `It cannot be run: ${mistake}.` : 'It can be run, and has been.'}
      </Announced>
    </>
  );
}
