/** What E looks for: filters as pictures, and the photograph rebuilt from the first of them. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { PatchSide } from '../../controls/PatchSide.tsx';
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
import { defaults, seed, setNames, sets, type FilterSettings } from './settings.ts';

interface PatchFiltersProps {
  /** The book's own, until the reader chooses another. */
  photograph: Photograph;
  /** The figures, drawn when the site was built. */
  children?: ComponentChildren;
}

export default function PatchFilters({ photograph: bundled, children }: PatchFiltersProps) {
  const photograph = useCutPhotograph(bundled);
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<FilterSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const { patchSize } = settings;
  const request = useMemo(
    () => async () => ({
      image: photograph.pixels ?? (await loadPhotograph(photograph)),
      imageSize: photograph.size,
      inChannels: photograph.channels,
      patchSize,
      seed,
    }),
    [photograph, patchSize],
  );
  const [computation, tryAgain] = useComputation('patch-filters', 'patchFilters', request);
  const { result, request: answered } = computation;
  const count = result?.count ?? patchSize ** 2 * photograph.channels;
  const kept = Math.min(settings.kept, count);
  return (
    <Widget
      name="patch-filters"
      titleId="filters-title"
      title="What E looks for"
      intro="Take more or fewer filters, and see how much of the picture they hold."
      state={computation.state}
      backend={computation.backend}
    >
      <Controls settings={{ ...settings, kept }} count={count} change={change} />
      {result ? (
        <Figures
          result={result}
          settings={{ ...settings, kept, patchSize: answered!.patchSize }}
          photograph={photograph}
        />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={[
          'not trained: fitted to these patches',
          `random directions, made orthogonal, seed ${seed}`,
          'components in doubles',
        ]}
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['patchify']} />
      </EngineStatus>
      <NumberTable result={result} />
    </Widget>
  );
}

interface ControlsProps {
  settings: FilterSettings;
  /** How many filters there are. */
  count: number;
  change: (part: Partial<FilterSettings>) => void;
}

function Controls({ settings, count, change }: ControlsProps) {
  return (
    <div class="ctl">
      <span class="f">
        <span>filters</span>
        <Segmented
          label="Filters"
          value={sets[settings.set]}
          choices={setNames.map((name) => sets[name])}
          onInput={(text) => change({ set: setNames.find((name) => sets[name] === text)! })}
        />
      </span>
      <label class="f" title={`default: ${defaults.kept}`}>
        taken
        <input
          type="range"
          min={0}
          max={count}
          value={settings.kept}
          onInput={(event) => change({ kept: event.currentTarget.valueAsNumber })}
        />
        <output aria-live="off">
          {settings.kept} of {count}
        </output>
      </label>
      <PatchSide
        value={settings.patchSize}
        choices={patchSizes}
        onInput={(patchSize) => change({ patchSize })}
      />
      <button class="btn" type="button" onClick={() => change(defaults)}>
        Reset
      </button>
    </div>
  );
}
