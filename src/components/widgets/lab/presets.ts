/** Settings to begin with: how long one wants to wait, and one thing changed. */
import { whole } from '../../../lib/figures/words.ts';
import { noAugmentation } from '../../../lib/training/augmentation.ts';
import { withData } from '../../../lib/training/flat-settings.ts';
import { defaultSettings, type TrainingSettings } from '../../../lib/training/settings.ts';
import type { VitConfig } from '../../../lib/model/config.ts';

export interface Preset {
  name: string;
  /** What it is for, in a sentence. */
  words: string;
  settings: TrainingSettings;
}

const standard = defaultSettings.model;

/** The default model, as long as a minute lasts on this device; the default's own steps while that is not known. */
function minute(imagesPerSecond: number | null): Preset {
  const steps = imagesPerSecond === null ? defaultSettings.totalSteps : stepsWithin(60, imagesPerSecond, defaultSettings.batchSize); // prettier-ignore
  const name = 'a minute';
  const settings = { ...defaultSettings, totalSteps: steps };
  return { name, words: `${whole(steps)} steps of the default model.`, settings };
}

/** Steps that fit into some seconds, in round numbers, between bounds that the lab allows. */
export function stepsWithin(seconds: number, imagesPerSecond: number, batchSize: number): number {
  const steps = (seconds * imagesPerSecond) / batchSize;
  return Math.min(6000, Math.max(200, Math.round(steps / 200) * 200));
}

const fiveMinutes: Preset = {
  name: 'five minutes',
  words: 'A wider and deeper model that sees its pictures more often.',
  settings: {
    ...defaultSettings,
    model: { ...standard, embedDim: 48, depth: 4, dropPathRate: 0.1 },
    augmentation: { ...noAugmentation, shift: 1, flip: true },
    learningRate: 3e-3,
    warmupSteps: 100,
    totalSteps: 2000,
    batchSize: 64,
  },
};

const overnight: Preset = {
  name: 'overnight',
  words: 'All training pictures, many times over.',
  settings: {
    ...defaultSettings,
    model: { ...standard, embedDim: 48, depth: 4, dropPathRate: 0.1 },
    augmentation: { ...noAugmentation, shift: 1, flip: true },
    trainImages: 59_000,
    learningRate: 3e-3,
    warmupSteps: 200,
    totalSteps: 12_000,
    batchSize: 128,
  },
};

const overfitting: Preset = {
  name: 'overfitting',
  words: 'Only 500 pictures: training loss falls to nothing, validation loss turns and rises.',
  settings: { ...defaultSettings, trainImages: 500, totalSteps: 1000, learningRate: 2e-3 },
};

const places: Preset = {
  name: 'where things are',
  words: 'Shapes, whose labels depend on places: try it without positions.',
  settings: {
    ...withData(defaultSettings, 'shapes-relation'),
    learningRate: 3e-3,
    warmupSteps: 100,
    totalSteps: 600,
    batchSize: 64,
    trainImages: 40_000,
  },
};

export const presets = (imagesPerSecond: number | null): readonly Preset[] => [
  minute(imagesPerSecond),
  fiveMinutes,
  overnight,
  overfitting,
  places,
];

export interface Variant {
  name: string;
  change: Partial<VitConfig>;
}

/** One switch each, of whatever the knobs say. */
export const variants: readonly Variant[] = [
  { name: 'no positions', change: { positionEmbedding: 'none' } },
  { name: 'sinusoidal positions', change: { positionEmbedding: 'sinusoidal' } },
  { name: 'no division by √K', change: { scaledAttention: false } },
  { name: 'post-norm', change: { normFirst: false } },
  { name: 'BatchNorm', change: { normalization: 'batch' } },
  { name: 'mean pooling', change: { pool: 'mean' } },
  { name: 'drop path 0.2', change: { dropPathRate: 0.2 } },
  { name: 'no drop path', change: { dropPathRate: 0 } },
];

export function withVariant(settings: TrainingSettings, { change }: Variant): TrainingSettings {
  return { ...settings, model: { ...settings.model, ...change } };
}

/** Whether the variant would change anything. */
export function isOther({ model }: TrainingSettings, { change }: Variant): boolean {
  return (Object.keys(change) as (keyof VitConfig)[]).some((word) => model[word] !== change[word]);
}
