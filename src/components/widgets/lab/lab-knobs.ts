/** The lab's knobs as data: what each one changes, between which bounds, and how its value reads. */
import type { VitConfig } from '../../../lib/model/config.ts';
import { defaultSettings, type TrainingSettings } from '../../../lib/training/settings.ts';
import { counted, whole } from '../../../lib/figures/words.ts';
import { largestSeed } from './lab-state.ts';

interface KnobBase<Value> {
  group: 'Data' | 'Model' | 'Training';
  label: string;
  /** The letter of the book, and whether it is a dimension with its own line. */
  letter?: string;
  read: (settings: TrainingSettings) => Value;
  write: (settings: TrainingSettings, value: Value) => TrainingSettings;
}

export interface SliderKnob extends KnobBase<number> {
  kind: 'slider';
  min: number;
  max: number;
  step: number;
  text: (value: number) => string;
  /** What follows from the value, in a fainter ink. */
  detail?: (settings: TrainingSettings) => string;
}

export interface ChoiceKnob extends KnobBase<string> {
  kind: 'choice';
  choices: readonly string[];
}

export interface NumberKnob extends KnobBase<number> {
  kind: 'number';
  min: number;
  max: number;
}

export type Knob = SliderKnob | ChoiceKnob | NumberKnob;

const model = <Key extends keyof VitConfig>(key: Key) => ({
  read: (settings: TrainingSettings) => settings.model[key],
  write: (settings: TrainingSettings, value: VitConfig[Key]): TrainingSettings => ({
    ...settings,
    model: { ...settings.model, [key]: value },
  }),
});

type NumberSetting = {
  [Key in keyof TrainingSettings]: TrainingSettings[Key] extends number ? Key : never;
}[keyof TrainingSettings];

const training = <Key extends NumberSetting>(key: Key) => ({
  read: (settings: TrainingSettings) => settings[key],
  write: (settings: TrainingSettings, value: number): TrainingSettings => ({
    ...settings,
    [key]: value,
  }),
});

/** Choices of numbers, the default among them, as the strings that a select holds. */
const numbers = (choices: readonly number[], lens: ReturnType<typeof training>) => ({
  choices: [...new Set([...choices, lens.read(defaultSettings)])].sort((a, b) => a - b).map(String),
  read: (settings: TrainingSettings) => String(lens.read(settings)),
  write: (settings: TrainingSettings, value: string) => lens.write(settings, Number(value)),
});

const plain = (value: number) => String(value);
const fraction = (value: number) => value.toFixed(2);

export const knobs: readonly Knob[] = [
  {
    group: 'Data',
    kind: 'slider',
    label: 'pictures',
    ...training('trainImages'),
    min: 500,
    max: 10_000,
    step: 500,
    text: whole,
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'patch side',
    letter: 'P',
    ...model('patchSize'),
    min: 2,
    max: 14,
    step: 1,
    text: plain,
    detail: patches,
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'width',
    letter: 'D',
    ...model('embedDim'),
    min: 8,
    max: 96,
    step: 4,
    text: plain,
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'heads',
    letter: 'H',
    ...model('numHeads'),
    min: 1,
    max: 8,
    step: 1,
    text: plain,
    detail: headWidth,
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'depth',
    letter: 'L',
    ...model('depth'),
    min: 1,
    max: 6,
    step: 1,
    text: (value) => counted(value, 'block'),
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'MLP ratio',
    ...model('mlpRatio'),
    min: 1,
    max: 4,
    step: 1,
    text: plain,
    detail: mlpWidth,
  },
  {
    group: 'Model',
    kind: 'choice',
    label: 'positions',
    choices: ['learned', 'sinusoidal', 'none'],
    ...(model('positionEmbedding') as Pick<ChoiceKnob, 'read' | 'write'>),
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'dropout',
    ...model('dropRate'),
    min: 0,
    max: 0.5,
    step: 0.05,
    text: fraction,
  },
  {
    group: 'Model',
    kind: 'slider',
    label: 'drop path',
    ...model('dropPathRate'),
    min: 0,
    max: 0.5,
    step: 0.05,
    text: fraction,
  },
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
];

/** The value that Defaults restores, in words. */
export function defaultText(knob: Knob): string {
  const value = knob.read(defaultSettings as never);
  return knob.kind === 'slider' ? knob.text(value as number) : String(value);
}

function patches({ model: { imageSize, patchSize } }: TrainingSettings): string {
  const grid = imageSize / patchSize;
  return Number.isInteger(grid)
    ? `${grid * grid} patches`
    : `${imageSize} / ${patchSize} is not whole`;
}

function headWidth({ model: { embedDim, numHeads } }: TrainingSettings): string {
  const width = embedDim / numHeads;
  return Number.isInteger(width) ? `K = ${width}` : `${embedDim} / ${numHeads} is not whole`;
}

function mlpWidth({ model: { embedDim, mlpRatio } }: TrainingSettings): string {
  return `M = ${embedDim * mlpRatio}`;
}

function epochs({ totalSteps, batchSize, trainImages }: TrainingSettings): string {
  return `${((totalSteps * batchSize) / trainImages).toFixed(1)} epochs`;
}
