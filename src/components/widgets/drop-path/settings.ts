/** What "Drop path" starts with, and what can be chosen. */
export const depthNames = ['this model’s', '12', '24'] as const;
export type DepthName = (typeof depthNames)[number];

export const drawNames = ['one for each branch', 'one for both'] as const;
export type DrawName = (typeof drawNames)[number];

export interface DropPathSettings {
  depth: DepthName;
  /** Of the last block. */
  rate: number;
  draw: DrawName;
  seed: number;
}

/** The rate of the paper that introduced stochastic depth: one half at the end. */
export const defaults: DropPathSettings = {
  depth: '12',
  rate: 0.5,
  draw: 'one for each branch',
  seed: 1,
};

/** B. */
export const batch = 8;
export const mostRate = 0.9;
/** How many draws the running mean takes. */
export const draws = 400;

/** L, or null for the model's own. */
export const depthOf = (name: DepthName): number | null =>
  name === 'this model’s' ? null : Number(name);
