/** How the model is trained. */
import { counted, whole } from '../../../lib/figures/words.ts';
import type { TrainingSettings } from '../../../lib/training/settings.ts';
import { named, numbers, orNone, training, type Knob } from './knob.ts';
import { largestSeed } from './lab-state.ts';

const optimiser = {
  read: (settings: TrainingSettings) => settings.optimiser,
  write: (settings: TrainingSettings, value: TrainingSettings['optimiser']) => ({
    ...settings,
    optimiser: value,
  }),
};

export const trainingKnobs: readonly Knob[] = [
  {
    group: 'Training',
    kind: 'choice',
    label: 'learning rate',
    ...numbers([1e-4, 3e-4, 1e-3, 2e-3, 5e-3, 1e-2, 3e-2], training('learningRate')),
  },
  {
    group: 'Training',
    kind: 'choice',
    label: 'batch',
    ...numbers([8, 16, 32, 64, 128], training('batchSize')),
  },
  {
    group: 'Training',
    kind: 'slider',
    label: 'steps',
    ...training('totalSteps'),
    min: 200,
    max: 6000,
    step: 200,
    text: whole,
    detail: epochs,
  },
  {
    group: 'Training',
    kind: 'number',
    label: 'seed',
    ...training('seed'),
    min: 0,
    max: largestSeed,
  },
  {
    group: 'Training',
    kind: 'choice',
    label: 'optimiser',
    ...named({ AdamW: 'adamw', Adam: 'adam', SGD: 'sgd' } as const, optimiser),
    more: true,
  },
  {
    group: 'Training',
    kind: 'choice',
    label: 'weight decay',
    ...numbers([0, 0.01, 0.1, 0.3], training('weightDecay')),
    more: true,
  },
  {
    group: 'Training',
    kind: 'slider',
    label: 'warm-up',
    ...training('warmupSteps'),
    min: 0,
    max: 500,
    step: 25,
    text: (value) => counted(value, 'step'),
    more: true,
  },
  {
    group: 'Training',
    kind: 'slider',
    label: 'label smoothing',
    ...training('labelSmoothing'),
    min: 0,
    max: 0.3,
    step: 0.05,
    text: orNone,
    more: true,
  },
  {
    group: 'Training',
    kind: 'choice',
    label: 'clip gradient to',
    ...numbers([0.1, 0.5, 5, 100], training('clipNorm')),
    more: true,
  },
];

function epochs({ totalSteps, batchSize, trainImages }: TrainingSettings): string {
  return `${((totalSteps * batchSize) / trainImages).toFixed(1)} epochs`;
}
