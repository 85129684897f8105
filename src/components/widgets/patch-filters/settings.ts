/** What "What E looks for" starts with, and what can be chosen. */
import type { FilterSet } from '../../../lib/engine/computations/patch-filters.ts';

export type { FilterSet };

export const sets = { principal: 'principal components', random: 'random' } as const;
export type SetName = keyof typeof sets;
export const setNames = Object.keys(sets) as SetName[];

export interface FilterSettings {
  /** P, pixels. */
  patchSize: number;
  set: SetName;
  /** k: how many filters rebuild the picture; no more than there are. */
  kept: number;
}

export const defaults: FilterSettings = { patchSize: 8, set: 'principal', kept: 12 };

/** Of the random directions. */
export const seed = 1;

/** Filters that are drawn, and how many stand in a row. */
export const shown = 32;
export const columns = 8;
