/** What "What a hidden unit looks for" starts with. */
export interface NeuronSettings {
  /** From 0. */
  block: number;
  /** The hidden unit, from 0; null: the one that the picture lights up most. */
  unit: number | null;
  /** The patch, from 0; null: the one that lights the unit up most. */
  patch: number | null;
}

export const defaults: NeuronSettings = { block: 0, unit: null, patch: null };

/** How many of the bundled pictures are shown, the brightest first. */
export const shown = 6;
