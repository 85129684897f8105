/** The lab's knobs as data: what each one changes, between which bounds, and how its value reads. */
import { defaultSettings } from '../../../lib/training/settings.ts';
import { dataKnobs } from './data-knobs.ts';
import type { Knob } from './knob.ts';
import { modelKnobs } from './model-knobs.ts';
import { trainingKnobs } from './training-knobs.ts';

export const knobs: readonly Knob[] = [...dataKnobs, ...modelKnobs, ...trainingKnobs];

/** The value that Defaults restores, in words. */
export function defaultText(knob: Knob): string {
  const value = knob.read(defaultSettings as never);
  return knob.kind === 'slider' ? knob.text(value as number) : String(value);
}
