/** What "What a hidden unit looks for" starts with, and which pictures it looks through. */
import { garments, shapes, type BundledImage } from '../../reader/catalogue.ts';
import type { CheckpointName } from '../../../lib/model/checkpoint.ts';

export interface NeuronSettings {
  /** From 0. */
  block: number;
  /** The hidden unit, from 0; null: the one that the picture lights up most. */
  unit: number | null;
  /** The patch, from 0; null: the one that lights the unit up most. */
  patch: number | null;
}

export const defaults: NeuronSettings = { block: 0, unit: null, patch: null };

/** The bundled pictures that each model's units are tried on. */
export const sets: Record<CheckpointName, readonly BundledImage[]> = { garments, shapes };

/** How many of them are shown, the brightest first. */
export const shown = 6;
