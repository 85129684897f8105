/** Small runs to store. */
import type { RunSummary, SavedRun } from '../src/lib/io/run-document.ts';
import { defaultSettings } from '../src/lib/training/settings.ts';

/** A run after `step` steps, whose numbers say which step it was; each is exact in float32. */
export function savedRun(step: number, summary: Partial<RunSummary> = {}): SavedRun {
  const evaluations = [
    { step: 0, loss: 2.25, accuracy: 0.125 },
    { step, loss: 2 - step / 1024, accuracy: 0.5 },
  ];
  return {
    summary: {
      id: 'one',
      name: 'garments 1',
      pinned: false,
      created: 1_700_000_000_000,
      saved: 1_700_000_000_000 + step,
      settings: defaultSettings,
      backend: 'webgl',
      parameterCount: 6,
      classNames: ['T-shirt', 'trouser'],
      step,
      evaluations,
      test: null,
      ...summary,
    },
    state: {
      step,
      parameters: weights(step),
      first: Float32Array.of(0.5, -0.25, step),
      second: Float32Array.of(0.125, 4, 1 / 1024),
      random: [step, 2 ** 32 - 1, 0, 7],
      losses: Float32Array.from({ length: step }, (_, i) => 2 - i / 1024),
      accuracies: Float32Array.from({ length: step }, (_, i) => i / 1024),
      best: step > 0 ? { step: step - 1, parameters: weights(step - 1) } : null,
    },
  };
}

const weights = (step: number) => [
  { name: 'head.weight', shape: [2, 2], values: Float32Array.of(step, -1.5, 0.25, -0) },
  { name: 'head.bias', shape: [2], values: Float32Array.of(0, step / 64) },
];
