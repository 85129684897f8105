/**
 * What each setting may be: one table for the lab's knobs, for links and for files from elsewhere.
 *
 * Wide enough for everything that trains in a page, narrow enough that no link or file asks for a model that does not fit.
 */
import type { VitConfig } from '../model/config.ts';
import { positionEmbeddings } from '../stages/position-kinds.ts';
import type { Augmentation } from './augmentation.ts';
import { dataNames } from './data-sets.ts';
import type { TrainingSettings } from './settings.ts';

/** All settings in one row: those of the model and of the augmentation beside those of training. */
export type FlatSettings = VitConfig &
  Augmentation &
  Omit<TrainingSettings, 'model' | 'augmentation'>;

export type SettingName = keyof FlatSettings;
export type SettingValue = FlatSettings[SettingName];

/** `min` and `max` are allowed themselves. */
export interface NumberBound {
  kind: 'number' | 'whole';
  min: number;
  max: number;
  /** Whether null is allowed too: the model does without. */
  orNone?: boolean;
}

export interface ChoiceBound<Name extends string = string> {
  kind: 'choice';
  choices: readonly Name[];
}

export type Bound = NumberBound | ChoiceBound | { kind: 'switch' };

const whole = (min: number, max: number): NumberBound => ({ kind: 'whole', min, max });
const number = (min: number, max: number): NumberBound => ({ kind: 'number', min, max });
const orNone = (bound: NumberBound): NumberBound => ({ ...bound, orNone: true });
const rate = number(0, 0.99);
const yesOrNo: Bound = { kind: 'switch' };

/** A choice that names every value that its setting can have. */
const choice = <Key extends SettingName>(
  choices: Record<Extract<FlatSettings[Key], string>, true>,
): ChoiceBound => ({ kind: 'choice', choices: Object.keys(choices) });

export const settingsBounds = {
  data: { kind: 'choice', choices: dataNames },
  trainImages: whole(1, 60_000),

  shift: whole(0, 16),
  flip: yesOrNo,
  crop: number(0.1, 1),
  erase: number(0, 1),
  mixup: number(0, 10),

  imageSize: whole(1, 64),
  inChannels: whole(1, 4),
  numClasses: whole(0, 100),
  patchSize: whole(2, 32),
  embedDim: whole(4, 256),
  depth: whole(0, 12),
  numHeads: whole(1, 16),
  mlpRatio: number(0.25, 8),
  qkvBias: yesOrNo,
  scaledAttention: yesOrNo,
  dropRate: rate,
  attnDropRate: rate,
  dropPathRate: rate,
  positionEmbedding: { kind: 'choice', choices: positionEmbeddings },
  pool: choice<'pool'>({ token: true, mean: true, meanAll: true }),
  normalization: choice<'normalization'>({ layer: true, rms: true }),
  patchProjection: choice<'patchProjection'>({ linear: true, convolution: true }),
  patchNorm: yesOrNo,
  distilled: yesOrNo,
  separateQkv: yesOrNo,
  activation: choice<'activation'>({ gelu: true, geluTanh: true, relu: true }),
  normFirst: yesOrNo,
  normEpsilon: number(1e-12, 1),
  finalNorm: yesOrNo,
  layerScale: orNone(number(1e-12, 10)),
  representationSize: orNone(whole(1, 256)),

  initialisation: choice<'initialisation'>({
    xavier: true,
    timm: true,
    ones: true,
    zeros: true,
    normal: true,
    blank: true,
  }),
  optimiser: choice<'optimiser'>({ adamw: true, adam: true, sgd: true }),
  learningRate: number(0, 10),
  warmupSteps: whole(0, 100_000),
  totalSteps: whole(1, 100_000),
  weightDecay: number(0, 10),
  momentum: rate,
  labelSmoothing: rate,
  clipNorm: number(1e-6, 1e6),
  batchSize: whole(1, 256),
  seed: whole(0, 999_999),
} satisfies Record<SettingName, Bound>;

/** In the order of the table. */
export const settingNames = Object.keys(settingsBounds) as SettingName[];

/** Of any setting, without the narrower type of its own entry. */
export function boundOf(name: SettingName): Bound {
  return settingsBounds[name];
}

/** What a value is not, after its name: `is not a whole number from 4 to 256`; null when it is allowed. */
export function settingProblem(name: SettingName, value: unknown): string | null {
  return isAllowed(boundOf(name), value) ? null : `is not ${boundWords(boundOf(name))}`;
}

function isAllowed(bound: Bound, value: unknown): boolean {
  if (bound.kind === 'switch') return typeof value === 'boolean';
  if (bound.kind === 'choice') return bound.choices.some((one) => one === value);
  if (value === null) return bound.orNone === true;
  if (typeof value !== 'number' || !(value >= bound.min && value <= bound.max)) return false;
  return bound.kind === 'number' || Number.isInteger(value);
}

function boundWords(bound: Bound): string {
  if (bound.kind === 'switch') return 'true or false';
  if (bound.kind === 'choice') return `one of ${bound.choices.join(', ')}`;
  const kind = bound.kind === 'whole' ? 'a whole number' : 'a number';
  return `${kind} from ${bound.min} to ${bound.max}${bound.orNone ? ', or none' : ''}`;
}
