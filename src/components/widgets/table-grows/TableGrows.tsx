/** A learned table grows: only E_pos is trained, to tell where each position lies. */
import type { ComponentChildren } from 'preact';
import { useCallback, useState } from 'preact/hooks';
import { Button } from '../../controls/Button.tsx';
import { Segmented } from '../../controls/Segmented.tsx';
import { StatusLine } from '../../controls/StatusLine.tsx';
import { DeviceCheck } from '../engine/DeviceCheck.tsx';
import { Widget } from '../frame/Widget.tsx';
import { Figures } from './Figures.tsx';
import { NumberTable } from './NumberTable.tsx';
import {
  firstPosition,
  firstSeed,
  taskNames,
  tasks,
  totalSteps,
  type GrowthTask,
} from './settings.ts';
import { useGrowth, type Growth } from './use-growth.ts';

/** The figures of the fresh table, drawn when the site was built, are the children. */
export default function TableGrows({ children }: { children?: ComponentChildren }) {
  const [task, setTask] = useState<GrowthTask>('grid');
  const [seed, setSeed] = useState(firstSeed);
  const [position, setPosition] = useState(firstPosition);
  const { growth, train, pause, reset, tryAgain } = useGrowth(task, seed);
  const choose = useCallback((chosen: number) => setPosition(chosen), []);
  const run = growth.runs[task];
  const busy = growth.state === 'busy';
  const done = (run?.result.state.step ?? 0) >= totalSteps;

  function startOver(): void {
    if (seed === firstSeed) reset();
    setSeed(firstSeed);
    setTask('grid');
    setPosition(firstPosition);
  }

  return (
    <Widget
      name="table-grows"
      titleId="growth-title"
      title="A learned table grows"
      intro="Press Train and watch the maps. Then ask the other question."
      state={growth.state}
      backend={growth.backend}
    >
      <div class="ctl">
        <Button label="Train" primary reason={trainReason(growth, busy, done)} onPress={train} />
        <Button label="Pause" reason={busy ? null : 'nothing is being trained'} onPress={pause} />
        <Button label="Reset" onPress={startOver} />
        <span class="f">
          <span>asked for</span>
          <Segmented
            label="Asked for"
            value={taskNames[task]}
            choices={tasks.map((one) => taskNames[one])}
            onInput={(name) => setTask(tasks.find((one) => taskNames[one] === name)!)}
          />
        </span>
        <Button label="Another seed" onPress={() => setSeed(seed + 1)} />
      </div>
      {run ? (
        <Figures
          task={task}
          run={run}
          losses={{ grid: growth.runs.grid?.losses, index: growth.runs.index?.losses }}
          position={position}
          onChoose={choose}
        />
      ) : (
        children
      )}
      <Status growth={growth} seed={seed} tryAgain={tryAgain} />
      <NumberTable run={run} position={position} />
    </Widget>
  );
}

function trainReason({ state }: Growth, busy: boolean, done: boolean): string | null {
  if (state === 'failed') return 'the engine has failed';
  if (busy) return 'it is being trained';
  return done ? `all ${totalSteps} steps are done: Reset, or take another seed` : null;
}

function Status({
  growth,
  seed,
  tryAgain,
}: {
  growth: Growth;
  seed: number;
  tryAgain: () => void;
}) {
  const { state, backend, pace, failure, announcement, runs } = growth;
  if (state === 'failed')
    return (
      <StatusLine failed facts={[`stopped: ${failure}`, 'the maps stay as they were']}>
        <button type="button" onClick={tryAgain}>
          Try again
        </button>
      </StatusLine>
    );
  if (!runs.grid)
    return (
      <StatusLine
        facts={[
          'drawn when the site was built',
          state === 'loading' ? 'starting the engine' : null,
        ]}
      />
    );
  return (
    <StatusLine
      facts={[
        'computed here',
        backend,
        pace === undefined ? null : `${pace.toFixed(1)} ms a step`,
        `fresh table and heads, seed ${seed}`,
        announcement,
      ]}
    >
      <DeviceCheck stages={['loss', 'optimiser']} />
    </StatusLine>
  );
}
