import { recentMean, recentSteps, type LabState } from './lab-state.ts';
import { useLab, type LabPartProps } from './lab-view.ts';
import { decimals } from './lab-words.ts';

interface Metric {
  name: string;
  label: string;
  text: (state: LabState) => string;
}

const metrics: readonly Metric[] = [
  { name: 'step', label: 'step', text: ({ progress }) => String(progress.step) },
  { name: 'epoch', label: 'epoch', text: ({ progress }) => decimals(progress.epoch, 2) },
  {
    name: 'train-loss',
    label: `training loss, last ${recentSteps}`,
    text: ({ recent }) => decimals(recentMean(recent.losses)),
  },
  {
    name: 'train-accuracy',
    label: `training accuracy, last ${recentSteps}`,
    text: ({ recent }) => decimals(recentMean(recent.accuracies)),
  },
  {
    name: 'val-loss',
    label: 'validation loss',
    text: ({ evaluations }) => decimals(evaluations.at(-1)?.loss),
  },
  {
    name: 'val-accuracy',
    label: 'validation accuracy',
    text: ({ evaluations }) => decimals(evaluations.at(-1)?.accuracy),
  },
  {
    name: 'images-per-second',
    label: 'images per second',
    text: ({ progress }) => (progress.imagesPerSecond ? progress.imagesPerSecond.toFixed(0) : '–'),
  },
];

/** The run in numbers. */
export function Metrics({ store }: LabPartProps) {
  return (
    <dl class="metrics">
      {metrics.map((metric) => (
        <Number key={metric.name} store={store} metric={metric} />
      ))}
    </dl>
  );
}

function Number({ store, metric }: LabPartProps & { metric: Metric }) {
  const text = useLab(store, metric.text);
  return (
    <div>
      <dt>{metric.label}</dt>
      <dd data-metric={metric.name}>{text}</dd>
    </div>
  );
}
