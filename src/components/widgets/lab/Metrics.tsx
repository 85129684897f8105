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

const epoch = ({ progress }: LabState) => decimals(progress.epoch, 2);

/** The run in numbers. */
export function Metrics({ store }: LabPartProps) {
  return (
    <dl class="metrics">
      {metrics.map(({ name, label, text }) => (
        <div key={name}>
          <dt>
            {label}
            {name === 'step' && (
              <>
                , epoch <Value store={store} name="epoch" text={epoch} />
              </>
            )}
          </dt>
          <dd>
            <Value store={store} name={name} text={text} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Value({ store, name, text }: LabPartProps & Omit<Metric, 'label'>) {
  return <span data-metric={name}>{useLab(store, text)}</span>;
}
