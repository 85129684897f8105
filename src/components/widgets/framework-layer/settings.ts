/** Where dropout acts in a block, and what the measurement starts with. */
import type { DropoutPlaces } from '../../../lib/engine/computations/block-dropout.ts';

export interface Place {
  name: string;
  /** The option of timm that sets its rate, in this site's spelling. */
  option: string;
  acts: Record<DropoutPlaces, boolean>;
}

/** In the order in which a token meets them. */
export const places: readonly Place[] = [
  { name: 'attention weights', option: 'attnDropRate', acts: { paper: false, framework: true } },
  {
    name: 'after the output projection',
    option: 'dropRate',
    acts: { paper: true, framework: true },
  },
  {
    name: 'after the first layer of the MLP',
    option: 'dropRate',
    acts: { paper: true, framework: true },
  },
  {
    name: 'after the second layer of the MLP',
    option: 'dropRate',
    acts: { paper: true, framework: true },
  },
];

export const columns: Record<DropoutPlaces, string> = {
  paper: 'the paper',
  framework: 'ready-made layer',
};

export interface LayerSettings {
  /** From 0. */
  block: number;
  rate: number;
  seed: number;
}

export const defaults: LayerSettings = { block: 0, rate: 0.1, seed: 1 };

/** Runs in training, each with masks of its own. */
export const draws = 32;
