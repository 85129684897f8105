/** The example of two tokens: what it starts with, and what can be chosen. */

/** A query's scores with two keys, already divided. */
export type Scores = readonly [number, number];

export const defaults: Scores = [2, 0];

/** Ready-made pairs; 14 and 12 are 112 and 96 over the root of 64. */
export const pairs: Record<string, Scores> = {
  '2 and 0': [2, 0],
  '14 and 12': [14, 12],
  '1 and 1': [1, 1],
};

export const range = { min: -5, max: 15, step: 0.1 };

/** What the two tokens hand over: two numbers each. */
export const values = [
  [1, 3],
  [4, 1],
] as const;
