/** What is measured: models and batches, each with the contestants that are worth their time there. */
import type { ContestantName, CurveAxis } from '../../src/lib/io/bench-record.ts';
import { layers } from '../../src/lib/model/layers.ts';
import { tinyVit, type VitConfig } from '../../src/lib/model/config.ts';
import { defaultSettings, type TrainingSettings } from '../../src/lib/training/settings.ts';

export interface Size {
  name: string;
  label: string;
  settings: TrainingSettings;
  contestants: ContestantName[];
}

/** One rate, Adam without decay, and a limit that no gradient reaches: what every rival computes too. */
const sameForAll = {
  ...defaultSettings,
  optimiser: 'adam',
  learningRate: 1e-3,
  warmupSteps: 0,
  totalSteps: 1e9,
  weightDecay: 0,
  clipNorm: 1e9,
} satisfies TrainingSettings;

export function settingsOf(model: Partial<VitConfig>, batchSize: number): TrainingSettings {
  return { ...sameForAll, model: { ...tinyVit, ...model }, batchSize };
}

const middling = { patchSize: 7, embedDim: 64, depth: 4 };
const tfjs: ContestantName[] = ['stock', 'mended', 'ops', 'plain', 'fused'];

export const sizes: Size[] = [
  {
    name: 'lab',
    label: 'the lab’s default',
    settings: settingsOf({}, defaultSettings.batchSize),
    contestants: [...tfjs, 'jaxWasm'],
  },
  {
    name: 'middling',
    label: 'patches of 7, width 64',
    settings: settingsOf(middling, 64),
    contestants: [...tfjs, 'jaxWasm', 'jaxWebgl', 'jaxWebgpu'],
  },
  {
    name: 'small',
    label: 'little to compute',
    settings: settingsOf({ patchSize: 7, embedDim: 16, depth: 4 }, 4),
    contestants: [...tfjs, 'jaxWasm'],
  },
  {
    name: 'large',
    label: 'width 128, six blocks',
    settings: settingsOf({ embedDim: 128, depth: 6 }, 16),
    contestants: [...tfjs, 'jaxWasm'],
  },
];

export interface CurveSize {
  value: number;
  settings: TrainingSettings;
}

/** The middling model, with one thing changed. */
export const curves: Record<CurveAxis, CurveSize[]> = {
  batch: [4, 16, 64].map((batch) => ({ value: batch, settings: settingsOf(middling, batch) })),
  depth: [1, 2, 4, 8].map((depth) => ({
    value: depth,
    settings: settingsOf({ ...middling, depth }, 16),
  })),
  tokens: [14, 7, 4].map((patchSize) => ({
    value: (tinyVit.imageSize / patchSize) ** 2 + 1,
    settings: settingsOf({ ...middling, patchSize }, 16),
  })),
};

export const curveContestants: ContestantName[] = ['ops', 'plain', 'fused', 'jaxWasm'];

/** A product and both of its gradients are three products; nobody needs the gradient of the pictures. */
export function flopPerStep({ model, batchSize }: TrainingSettings): number {
  const counts = layers(model).map(({ kind, multiplyAdds }) =>
    kind === 'patches' ? 2 * multiplyAdds : 3 * multiplyAdds,
  );
  return 2 * batchSize * counts.reduce((sum, count) => sum + count, 0);
}
