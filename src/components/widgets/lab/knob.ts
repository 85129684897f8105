/** What a knob of the lab is, and how each reads and writes its part of the settings. */
import type { VitConfig } from '../../../lib/model/config.ts';
import type { Augmentation } from '../../../lib/training/augmentation.ts';
import { defaultSettings, type TrainingSettings } from '../../../lib/training/settings.ts';

export const knobGroups = ['Data', 'Augmentation', 'Model', 'Training'] as const;
export type KnobGroup = (typeof knobGroups)[number];

export interface KnobBase<Value> {
  group: KnobGroup;
  /** Behind “more”: for those who look for it. */
  more?: boolean;
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

/** A knob's way to a word of the model's config. */
export const model = <Key extends keyof VitConfig>(key: Key) => ({
  read: (settings: TrainingSettings) => settings.model[key],
  write: (settings: TrainingSettings, value: VitConfig[Key]): TrainingSettings => ({
    ...settings,
    model: { ...settings.model, [key]: value },
  }),
});

type NumberSetting = {
  [Key in keyof TrainingSettings]: TrainingSettings[Key] extends number ? Key : never;
}[keyof TrainingSettings];

/** … and to one of training. */
export const training = <Key extends NumberSetting>(key: Key) => ({
  read: (settings: TrainingSettings) => settings[key],
  write: (settings: TrainingSettings, value: number): TrainingSettings => ({
    ...settings,
    [key]: value,
  }),
});

/** Choices of numbers, the default among them, as the strings that a select holds. */
export const numbers = (choices: readonly number[], lens: ReturnType<typeof training>) => ({
  choices: [...new Set([...choices, lens.read(defaultSettings)])].sort((a, b) => a - b).map(String),
  read: (settings: TrainingSettings) => String(lens.read(settings)),
  write: (settings: TrainingSettings, value: string) => lens.write(settings, Number(value)),
});

/** … and to one of augmentation. */
export const augmentation = <Key extends keyof Augmentation>(key: Key) => ({
  read: (settings: TrainingSettings) => settings.augmentation[key],
  write: (settings: TrainingSettings, value: Augmentation[Key]): TrainingSettings => ({
    ...settings,
    augmentation: { ...settings.augmentation, [key]: value },
  }),
});

interface Lens<Value> {
  read: (settings: TrainingSettings) => Value;
  write: (settings: TrainingSettings, value: Value) => TrainingSettings;
}

/** A choice in words: each word stands for a value. */
export function named<Value>(words: Record<string, Value>, lens: Lens<Value>) {
  const entries = Object.entries(words);
  return {
    choices: entries.map(([word]) => word),
    read: (settings: TrainingSettings) => {
      const value = lens.read(settings);
      return (entries.find(([, one]) => one === value) ?? [String(value)])[0];
    },
    write: (settings: TrainingSettings, word: string) => lens.write(settings, words[word]!),
  };
}

export const plain = (value: number) => String(value);
export const fraction = (value: number) => value.toFixed(2);
export const orNone = (value: number) => (value === 0 ? 'none' : fraction(value));
