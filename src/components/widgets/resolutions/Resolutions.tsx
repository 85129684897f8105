/** Other resolutions: a table of 4 × 4 positions, resized for another grid. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { Segmented } from '../../controls/Segmented.tsx';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { useComputation } from '../engine/use-computation.ts';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTables } from './NumberTables.tsx';
import {
  defaults,
  embedDim,
  from,
  greatest,
  seed,
  smallest,
  sourceKeys,
  sources,
  wayKeys,
  ways,
  type ResolutionSettings,
} from './settings.ts';

/** The figures, drawn when the site was built, are the children. */
export default function Resolutions({ children }: { children?: ComponentChildren }) {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<ResolutionSettings>) => setSettings((before) => ({ ...before, ...part })),
    [],
  );
  const { source, to } = settings;
  const request = useMemo(
    () => () => ({
      positionEmbedding: source,
      from,
      to,
      embedDim,
      seed,
      interpolations: [...wayKeys],
    }),
    [source, to],
  );
  const [computation, tryAgain] = useComputation('resolutions', 'interpolatePositions', request);
  const { result } = computation;
  return (
    <Widget
      name="resolutions"
      title="Other resolutions"
      intro="A table for a grid of 4 × 4, resized for another. Choose the grid and the way."
      state={computation.state}
      backend={computation.backend}
    >
      <Controls settings={settings} change={change} />
      {result ? (
        <Figures result={result} settings={settings} onPlace={(place) => change({ place })} />
      ) : (
        children
      )}
      <EngineStatus
        computation={computation}
        facts={[source === 'learned' ? `a fresh table, seed ${seed}` : 'no weights: a fixed table']}
        stillWorks="what stands above was drawn when the site was built"
        tryAgain={tryAgain}
      >
        <DeviceCheck stages={['position-interpolation']} />
      </EngineStatus>
      <NumberTables result={result} settings={settings} />
    </Widget>
  );
}

interface ControlsProps {
  settings: ResolutionSettings;
  change: (part: Partial<ResolutionSettings>) => void;
}

function Controls({ settings, change }: ControlsProps) {
  return (
    <div class="ctl">
      <span class="f">
        <span>table</span>
        <Segmented
          label="Table"
          value={sources[settings.source]}
          choices={sourceKeys.map((key) => sources[key])}
          onInput={(name) => change({ source: sourceKeys.find((key) => sources[key] === name)! })}
        />
      </span>
      <span class="f ways">
        <span>way</span>
        <Segmented
          label="Way of resizing"
          value={ways[settings.way]}
          choices={wayKeys.map((key) => ways[key])}
          onInput={(name) => change({ way: wayKeys.find((key) => ways[key] === name)! })}
        />
      </span>
      <label class="f">
        new grid
        <input
          type="range"
          min={smallest}
          max={greatest}
          value={settings.to}
          onInput={(event) => change({ to: event.currentTarget.valueAsNumber })}
        />
        <output aria-live="off">
          {settings.to} × {settings.to}
        </output>
      </label>
      <label class="f">
        number
        <input
          type="range"
          min={0}
          max={embedDim - 1}
          value={settings.column}
          onInput={(event) => change({ column: event.currentTarget.valueAsNumber })}
        />
        <output aria-live="off">
          {settings.column}, of 0 to {embedDim - 1}
        </output>
      </label>
      <button class="btn" type="button" onClick={() => change(defaults)}>
        Reset
      </button>
    </div>
  );
}
