/** What "Two ways to drop out" starts with. */
export interface DropoutSettings {
  /** The probability of being zeroed. */
  rate: number;
  /** The same on attention weights: the paper has none there. */
  attentionRate: number;
  /** How many draws are looked at. */
  draws: number;
  /** The hidden unit whose mean is followed, from 0; null: the most active one. */
  unit: number | null;
  seed: number;
}

/** The draws that are made at once. */
export const mostDraws = 400;
export const mostRate = 0.9;

export const defaults: DropoutSettings = {
  rate: 0.3,
  attentionRate: 0,
  draws: mostDraws,
  unit: null,
  seed: 1,
};
