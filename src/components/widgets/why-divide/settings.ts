/** What "Why divide by the root of K?" starts with, and what can be chosen. */
import type { WhyDivideRequest } from '../../../lib/engine/computations/why-divide.ts';

export const widths = [1, 2, 4, 8, 16, 32, 64, 128, 256];

/** The tokens of ViT-B/16 at 224 pixels. */
export const tokens = 197;

export const defaults = { width: 6, seed: 1 };

/** The powers of ten that the gradients are drawn between. */
export const gradientPowers = [-16, 0] as const;

export const requestOf = (seed: number): WhyDivideRequest => ({
  widths,
  tokens,
  seed,
  reach: 40,
  bins: 160,
});
