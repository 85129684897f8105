/** The position lab: tables of positions, how alike their rows are, and what a step does to them. */
import type { ComponentChildren } from 'preact';
import { useCallback, useMemo, useState } from 'preact/hooks';
import { compareRows, meanByOffset, type Rows } from '../../../lib/figures/positions.ts';
import { Announced } from '../../controls/Announced.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { EngineStatus } from '../engine/EngineStatus.tsx';
import { Widget } from '../frame/Widget.tsx';
import { Distance } from './Distance.tsx';
import { AllMaps, ChosenMap } from './Maps.tsx';
import { NumberTables } from './NumberTables.tsx';
import { pairOf, rotate } from './rotation.ts';
import { Rotation } from './Rotation.tsx';
import { seen } from './seen.ts';
import {
  defaults,
  kindNames,
  kinds,
  seed,
  sizeName,
  sizes,
  type LabSettings,
  type TableKind,
} from './settings.ts';
import { Table } from './Table.tsx';
import { obstacle } from './tables.ts';
import { useAwake } from '../../figures/use-awake.ts';
import { useTable } from './use-table.ts';

interface PositionLabProps {
  /** The table and the small maps, drawn when the site was built. */
  tablePoster?: ComponentChildren;
  mapsPoster?: ComponentChildren;
}

export default function PositionLab({ tablePoster, mapsPoster }: PositionLabProps) {
  const [settings, setSettings] = useState(defaults);
  const change = useCallback(
    (part: Partial<LabSettings>) => setSettings((before) => fitted({ ...before, ...part })),
    [],
  );
  const { kind, position } = settings;
  const size = sizes[settings.size]!;
  const { rows, milliseconds, learned, tryAgain } = useTable(kind, settings.size);
  const likeness = useMemo(() => compareRows(rows), [rows]);
  const curve = useMemo(() => meanByOffset(likeness), [likeness]);
  const hindrance = obstacle(kind, size);
  const choose = useCallback((chosen: number) => change({ position: chosen }), []);
  const awake = useAwake();
  const running =
    kind === 'learned' ? learned : ({ state: awake ? 'ready' : 'poster', backend: 'cpu' } as const);

  return (
    <Widget
      name="position-lab"
      titleId="poslab-title"
      title="Position lab"
      intro="Choose a table, then a position: point at it, or move with the arrow keys."
      state={running.state}
      backend={running.backend}
    >
      <Controls settings={settings} change={change} />
      <Announced class="poslab-seen">
        {hindrance ?? seen(kind, likeness, curve, position)}
      </Announced>
      <Waves
        rows={rows}
        settings={settings}
        change={change}
        hindered={hindrance !== null}
        tablePoster={tablePoster}
        middle={
          <div class="poslab-panels">
            <ChosenMap cosines={likeness.cosines} position={position} onChoose={choose} />
            <AllMaps
              cosines={likeness.cosines}
              position={position}
              onChoose={choose}
              poster={mapsPoster}
            />
            <Distance
              likeness={likeness}
              curve={curve}
              position={position}
              offset={kind === 'sinusoidal' || kind === 'timingSignal' ? settings.offset : null}
            />
          </div>
        }
      />
      {kind === 'learned' ? (
        <EngineStatus
          computation={learned}
          facts={[`a fresh table, σ = 0.02, seed ${seed}`]}
          stillWorks="the fixed tables need no engine"
          tryAgain={tryAgain}
        >
          <DeviceCheck stages={['position-embedding']} />
        </EngineStatus>
      ) : (
        <StatusLine
          facts={
            awake
              ? [
                  'computed here',
                  'JavaScript, in doubles',
                  `${milliseconds.toFixed(1)} ms`,
                  'no weights: a fixed table',
                ]
              : ['drawn when the site was built']
          }
        >
          {awake && <DeviceCheck stages={['position-embedding']} />}
        </StatusLine>
      )}
      <NumberTables rows={rows} likeness={likeness} curve={curve} position={position} />
    </Widget>
  );
}

interface ControlsProps {
  settings: LabSettings;
  change: (part: Partial<LabSettings>) => void;
}

function Controls({ settings, change }: ControlsProps) {
  const size = sizes[settings.size]!;
  return (
    <div class="ctl">
      <label class="f">
        table
        <select
          value={settings.kind}
          title={`default: ${kindNames[defaults.kind]}`}
          onInput={(event) => change({ kind: event.currentTarget.value as TableKind })}
        >
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindNames[kind]}
            </option>
          ))}
        </select>
      </label>
      <span class="f">
        <span>
          size <i class="dim dim-N">N</i> × <i class="dim dim-D">D</i>
        </span>
        <Segmented
          label="Size, positions by numbers"
          value={sizeName(size)}
          choices={sizes.map(sizeName)}
          onInput={(name) => change({ size: sizes.findIndex((one) => sizeName(one) === name) })}
        />
      </span>
      <label class="f">
        position
        <input
          type="range"
          min={0}
          max={size.positions - 1}
          value={settings.position}
          onInput={(event) => change({ position: event.currentTarget.valueAsNumber })}
        />
        <output aria-live="off">
          {settings.position}, of 0 to {size.positions - 1}
        </output>
      </label>
      <button class="btn" type="button" onClick={() => change(defaults)}>
        Reset
      </button>
      <p class="poslab-from">
        {sizeName(size)}: {size.from}.
      </p>
    </div>
  );
}

interface WavesProps extends ControlsProps {
  rows: Rows;
  hindered: boolean;
  tablePoster?: ComponentChildren;
  middle: ComponentChildren;
}

/** The table above and the rotation below share the chosen pair. */
function Waves({ rows, settings, change, hindered, tablePoster, middle }: WavesProps) {
  const { kind, position, offset } = settings;
  const width = rows[0]!.length;
  const pair = hindered ? null : pairOf(kind, width, settings.pair);
  const mostSteps = (pair?.along === 'sequence' ? rows.length : Math.sqrt(rows.length)) - 1;
  const turned = pair && rotate(rows, pair, position, Math.min(offset, mostSteps));
  const choosePair = (column: number) => {
    const found = Array.from({ length: width / 2 }, (_, i) => i).find((i) => {
      const one = pairOf(kind, width, i);
      return one?.sine === column || one?.cosine === column;
    });
    if (found !== undefined) change({ pair: found });
  };
  return (
    <>
      <Table
        rows={rows}
        position={position}
        pair={pair}
        onPosition={(to) => change({ position: to })}
        onColumn={choosePair}
        poster={tablePoster}
      />
      {middle}
      <Rotation
        turned={turned}
        otherwise={
          kind === 'learned'
            ? 'A learned table is not made of waves: no step is promised to do the same everywhere.'
            : 'Nothing turns here: the table is all zeros.'
        }
        pairs={width / 2}
        pairIndex={settings.pair}
        mostSteps={mostSteps}
        onPair={(to) => change({ pair: to })}
        onOffset={(to) => change({ offset: to })}
      />
    </>
  );
}

/** The settings, with what lies outside a smaller table moved inside. */
function fitted(settings: LabSettings): LabSettings {
  const { positions, embedDim } = sizes[settings.size]!;
  return {
    ...settings,
    position: Math.min(settings.position, positions - 1),
    pair: Math.min(settings.pair, embedDim / 2 - 1),
    offset: Math.max(1, Math.min(settings.offset, positions - 1)),
  };
}
