import { Button } from '../../controls/Button.tsx';
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
      <TestAccuracy store={store} />
    </dl>
  );
}

function Value({ store, name, text }: LabPartProps & Omit<Metric, 'label'>) {
  return <span data-metric={name}>{useLab(store, text)}</span>;
}

/** Measured when asked for: the test pictures are for the end. */
function TestAccuracy({ store }: LabPartProps) {
  const test = useLab(store, (state) => state.test);
  const step = useLab(store, (state) => state.progress.step);
  const reason = useLab(store, (state) =>
    state.built && state.progress.step > 0 ? null : 'Nothing has been trained yet.',
  );
  const known = test !== null && test !== 'asking';
  const fresh = known && test.step === step;
  return (
    <div>
      <dt>{known ? `test accuracy, step ${test.step}` : 'test accuracy'}</dt>
      <dd>
        {known && <span data-metric="test-accuracy">{decimals(test.accuracy)}</span>}
        {!fresh && (
          <Button
            label={test === 'asking' ? 'Measuring' : known ? 'Again' : 'Measure'}
            reason={test === 'asking' ? 'Being measured.' : reason}
            hint="Looks at the test pictures, which nothing else here looks at. Best left to the end."
            onPress={() => store.dispatch({ type: 'test' })}
          />
        )}
      </dd>
    </div>
  );
}
