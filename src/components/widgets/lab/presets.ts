/** Settings to begin with: how long one wants to wait, and one thing changed. */
import { whole } from '../../../lib/figures/words.ts';
import { noAugmentation } from '../../../lib/training/augmentation.ts';
import { withData } from '../../../lib/training/flat-settings.ts';
import { defaultSettings, type TrainingSettings } from '../../../lib/training/settings.ts';
import type { VitConfig } from '../../../lib/model/config.ts';
import { summary } from '../../../lib/model/summary.ts';
import type { Pace } from './lab-state.ts';

export interface Preset {
  name: string;
  /** What it is for, in a sentence. */
  words: string;
  settings: TrainingSettings;
}

const standard = defaultSettings.model;

/** Steps after which there is something to see: three in four garments are named right (with the defaults' rate). */
const enoughSteps = 300;

/** A model that a slow device steps through several times as quickly. */
export const quick: TrainingSettings = {
  ...defaultSettings,
  model: { ...standard, patchSize: 7, embedDim: 16, depth: 2, numHeads: 2 },
};

/** The default model if a minute is enough for it on this device, else the quick one; as long as a minute lasts. */
export function minute(pace: Pace | null): Preset {
  const name = 'a minute';
  if (pace === null)
    return { name, words: 'The default: how fast this device is has not been measured yet.', settings: defaultSettings }; // prettier-ignore
  const usual = withinAMinute(defaultSettings, pace);
  const settings = usual.totalSteps >= enoughSteps ? usual : withinAMinute(quick, pace);
  const { embedDim, depth, patchSize } = settings.model;
  const size = `patches of ${patchSize}, width ${embedDim}, ${depth} blocks`;
  return { name, words: `${size}: about ${whole(settings.totalSteps)} steps in a minute here.`, settings }; // prettier-ignore
}

/** As many steps as a minute has room for, by the pace and the multiply-adds of both models. */
function withinAMinute(
  settings: TrainingSettings,
  { imagesPerSecond, settings: timed }: Pace,
): TrainingSettings {
  // prettier-ignore
  const cost = (config: VitConfig) => summary(config).multiplyAdds;
  const rate = (imagesPerSecond * cost(timed.model)) / cost(settings.model);
  return { ...settings, totalSteps: stepsWithin(60, rate, settings.batchSize) };
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
  words: 'All training pictures, many times over; larger patches make a step quicker.',
  settings: {
    ...defaultSettings,
    model: { ...standard, patchSize: 7, embedDim: 48, depth: 3 },
    augmentation: { ...noAugmentation, shift: 1, flip: true },
    trainImages: 59_000,
    learningRate: 3e-3,
    warmupSteps: 200,
    totalSteps: 20_000,
    batchSize: 64,
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

export const presets = (pace: Pace | null): readonly Preset[] => [
  minute(pace),
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
  { name: 'undivided scores', change: { scaledAttention: false } },
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
