/** What "Before or after?" starts with, and what can be chosen. */
import type { Place } from '../../../lib/engine/computations/divided-after.ts';

/** Random numbers at the published variant's own size, or the reader's picture. */
export const sources = ['random', 'picture'] as const;
export type SourceName = (typeof sources)[number];

/** 8 heads, D = 768 and the tokens of a 224-pixel picture. */
export const published = { tokens: 197, embedDim: 768, numHeads: 8 } as const;

export const sourceWords: Record<SourceName, string> = {
  random: `random, ${published.tokens} tokens`,
  picture: 'the picture, block 1',
};

export const defaults: { source: SourceName; seed: number } = { source: 'random', seed: 1 };

/** How many queries and keys are drawn: the first ones. */
export const drawnTokens = 32;

export const placeWords: Record<Place, { title: string; formula: string }> = {
  beforeByRootK: { title: 'before, by the root of K', formula: 'as in the paper' },
  beforeByRootD: { title: 'before, by the root of D', formula: 'all heads’ width' },
  afterByRootD: { title: 'after, by the root of D', formula: 'the published variant' },
};
