/** The stages on the way, in order, and where the book explains each. */
export const stages = ['image', 'patches', 'tokens', 'blocks', 'answer'] as const;
export type Stage = (typeof stages)[number];

export interface Place {
  /** The equations that compute it; none for the picture itself. */
  equations: readonly number[];
  chapters: readonly number[];
}

export const places: Record<Stage, Place> = {
  image: { equations: [], chapters: [1] },
  patches: { equations: [1], chapters: [2] },
  tokens: { equations: [1], chapters: [3] },
  blocks: { equations: [2, 3], chapters: [4, 9] },
  answer: { equations: [4], chapters: [10] },
};

/** The addresses of the chapters, by number. */
export type ChapterLinks = Record<number, string>;

/** The stages whose PyTorch fixtures the check runs. */
export const checked = [
  'patch-embedding',
  'class-token',
  'position-embedding',
  'encoder-block',
  'head',
];
