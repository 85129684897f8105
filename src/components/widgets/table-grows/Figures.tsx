import type { ComponentChildren } from 'preact';
import { growthFigure } from '../../../lib/figures/growth-figure.ts';
import { gridMeans } from '../../../lib/figures/positions.ts';
import { Panel } from '../../figures/Panel.tsx';
import { signed } from '../../../lib/figures/small-numbers.ts';
import { AllMaps, ChosenMap } from '../position-lab/Maps.tsx';
import { Markup } from '../../figures/Markup.tsx';
import { useWidth } from '../../figures/use-width.ts';
import { guess, taskNames, tasks, totalSteps, type GrowthTask } from './settings.ts';
import type { Run } from './use-growth.ts';
import { seen } from './words.ts';

interface FiguresProps {
  task: GrowthTask;
  run: Run;
  /** Losses of both questions so far. */
  losses: Partial<Record<GrowthTask, readonly number[]>>;
  position: number;
  onChoose: (position: number) => void;
  mapsPoster?: ComponentChildren;
}

const height = 210;

/** The maps of the table as it stands, and how its loss has fallen. */
export function Figures({ task, run, losses, position, onChoose, mapsPoster }: FiguresProps) {
  const cosines = Float64Array.from(run.result.cosines);
  const { sameLine, others } = gridMeans(cosines);
  const { step } = run.result.state;
  return (
    <>
      <p class="growth-seen">{seen(task, run.result)}</p>
      <div class="poslab-panels">
        <ChosenMap cosines={cosines} position={position} onChoose={onChoose} />
        <AllMaps cosines={cosines} position={position} onChoose={onChoose} poster={mapsPoster} />
        <Panel title="Loss." reading="Cross-entropy in nats, for both questions.">
          <Losses task={task} losses={losses} />
          <dl class="growth-numbers">
            <Metric name="step" title="step" text={String(step)} />
            <Metric name="loss" title="loss" text={run.result.loss.toFixed(3)} />
            <Metric name="accuracy" title="right" text={run.result.accuracy.toFixed(2)} />
            <Metric name="same-line" title="cosine, row or column" text={signed(sameLine, 3)} />
            <Metric name="others" title="cosine, elsewhere" text={signed(others, 3)} />
          </dl>
        </Panel>
      </div>
    </>
  );
}

function Losses({ task, losses }: Pick<FiguresProps, 'task' | 'losses'>) {
  const [holder, width] = useWidth<HTMLDivElement>(343);
  const curves = tasks.map((one) => ({
    name: taskNames[one],
    losses: losses[one] ?? [],
    chosen: one === task,
  }));
  const html = growthFigure(
    { curves, totalSteps, guess: Math.max(...tasks.map((one) => guess[one])) },
    { width, height },
  );
  return (
    <div ref={holder} class="growth-curve" style={`min-height:${height}px`}>
      <Markup html={html} />
    </div>
  );
}

function Metric({ name, title, text }: { name: string; title: string; text: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd data-number={name}>{text}</dd>
    </div>
  );
}
