/** What sets one run's settings apart from another's, in words: "no positions", "learning rate 1e-3". */
import { counted, whole } from '../figures/words.ts';
import type { VitConfig } from '../model/config.ts';
import type { Augmentation } from './augmentation.ts';
import { defaultSettings, type TrainingSettings } from './settings.ts';

/** How each part of a record reads. */
type Words<Settings> = { [Key in keyof Settings]: (value: Settings[Key]) => string };

/** A few words for each setting that differs from `base`: data first, then model, then training. Empty when none does. */
export function settingsDifference(
  settings: TrainingSettings,
  base: TrainingSettings = defaultSettings,
): string[] {
  return [
    ...difference(settings, base, dataWords),
    ...difference(settings.augmentation, base.augmentation, augmentationWords),
    ...difference(settings.model, base.model, modelWords),
    ...difference(settings, base, trainingWords),
  ];
}

function difference<Settings>(
  settings: NoInfer<Settings>,
  base: NoInfer<Settings>,
  words: Words<Settings>,
): string[] {
  const keys = Object.keys(words) as (keyof Settings)[];
  return keys.filter((key) => settings[key] !== base[key]).map((key) => words[key](settings[key]));
}

/** 0.05, 1e-3 */
const small = (value: number) =>
  value !== 0 && Math.abs(value) < 0.01 ? value.toExponential() : String(value);

const named = (name: string) => (value: number) => `${name} ${small(value)}`;
const unless = (none: number, name: string) => (value: number) =>
  value === none ? `no ${name}` : `${name} ${small(value)}`;
const either = (on: string, off: string) => (value: boolean) => (value ? on : off);
const oneOf =
  <Name extends string>(names: Record<Name, string>) =>
  (value: Name) =>
    names[value];

const dataWords: Words<Pick<TrainingSettings, 'data' | 'trainImages'>> = {
  data: oneOf({
    garments: 'garments',
    'shapes-relation': 'Shapes by relation',
    'shapes-position': 'Shapes by position',
    'shapes-texture': 'Shapes by texture',
    drawings: 'your drawings',
  }),
  trainImages: (count) => counted(count, 'picture'),
};

const augmentationWords: Words<Augmentation> = {
  shift: (pixels) => (pixels === 0 ? 'no shifts' : `shifts of up to ${pixels} px`),
  flip: either('flips', 'no flips'),
  crop: (share) => (share === 1 ? 'no crops' : `crops down to ${share} of the side`),
  erase: unless(0, 'erasing'),
  mixup: unless(0, 'mixup'),
};

const modelWords: Words<VitConfig> = {
  imageSize: (pixels) => `pictures of ${pixels} px`,
  patchSize: named('patch side'),
  inChannels: (count) => counted(count, 'channel'),
  numClasses: (count) => `${count} classes`,
  embedDim: named('width'),
  depth: (count) => counted(count, 'block'),
  numHeads: (count) => counted(count, 'head'),
  mlpRatio: named('MLP ratio'),
  qkvBias: either('a bias for q, k and v', 'no bias for q, k and v'),
  scaledAttention: either('scaled attention scores', 'attention scores not scaled'),
  dropRate: unless(0, 'dropout'),
  attnDropRate: unless(0, 'dropout of attention'),
  dropPathRate: unless(0, 'drop path'),
  positionEmbedding: oneOf({
    learned: 'learned positions',
    lookup: 'positions looked up',
    sinusoidal: 'sinusoidal positions',
    timingSignal: 'timing-signal positions',
    sinusoidal2d: 'sinusoids in two dimensions',
    sinusoidal2dMae: 'sinusoids in two dimensions, as in MAE',
    none: 'no positions',
  }),
  pool: oneOf({
    token: 'read by the class token',
    mean: 'read by the mean of the patches',
    meanAll: 'read by the mean of all tokens',
  }),
  normalization: oneOf({ layer: 'layer norm', rms: 'RMS norm' }),
  patchProjection: oneOf({
    linear: 'patches by a dense layer',
    convolution: 'patches by a convolution',
  }),
  patchNorm: either('a norm of the patches', 'no norm of the patches'),
  distilled: either('a distillation token', 'no distillation token'),
  separateQkv: either('separate layers for q, k and v', 'one layer for q, k and v'),
  activation: oneOf({ gelu: 'GELU', geluTanh: 'GELU by tanh', relu: 'ReLU' }),
  normFirst: either('norms before the branches', 'norms after the sums'),
  normEpsilon: named('epsilon of norms'),
  finalNorm: either('a final norm', 'no final norm'),
  layerScale: (first) => (first === null ? 'no LayerScale' : `LayerScale from ${small(first)}`),
  representationSize: (width) =>
    width === null ? 'no hidden layer in the head' : `hidden layer of ${width} in the head`,
};

const trainingWords: Words<
  Omit<TrainingSettings, 'model' | 'augmentation' | keyof typeof dataWords>
> = {
  initialisation: (name) => `${name} initialisation`,
  optimiser: oneOf({ adamw: 'AdamW', adam: 'Adam', sgd: 'SGD' }),
  learningRate: named('learning rate'),
  warmupSteps: (steps) => (steps === 0 ? 'no warm-up' : `warm-up of ${counted(steps, 'step')}`),
  totalSteps: (steps) => counted(steps, 'step'),
  weightDecay: unless(0, 'weight decay'),
  momentum: unless(0, 'momentum'),
  labelSmoothing: unless(0, 'label smoothing'),
  clipNorm: (norm) => (Number.isFinite(norm) ? `clipping at ${small(norm)}` : 'no clipping'),
  batchSize: (count) => `batch ${whole(count)}`,
  seed: named('seed'),
};
