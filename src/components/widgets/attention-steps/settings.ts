/** What "One query, fifty keys" starts with, and what can be chosen. */

/** What the scores are divided by: √K as in the paper, nothing, or √D as in a published variant. */
export const divisors = ['rootK', 'one', 'rootD'] as const;
export type Divisor = (typeof divisors)[number];

/** The number that it stands for. */
export function divisorOf(divisor: Divisor, { width, embedDim }: Widths): number {
  if (divisor === 'one') return 1;
  return Math.sqrt(divisor === 'rootK' ? width : embedDim);
}

export interface Widths {
  /** K and D. */
  width: number;
  embedDim: number;
}

export const divisorWords: Record<Divisor, string> = {
  rootK: '√K',
  one: '1, not at all',
  rootD: '√D',
};

/** What the widget can choose from: L, H and T of the model. */
export interface ModelShape extends Widths {
  blocks: number;
  heads: number;
  tokens: number;
}

export interface StepsSettings {
  /** From 0. */
  block: number;
  head: number;
  divisor: Divisor;
  /** A token; null for the patch in the middle of the picture. */
  query: number | null;
  /** A token; null for the one with the largest weight. */
  key: number | null;
}

export const defaults: StepsSettings = {
  block: 0,
  head: 0,
  divisor: 'rootK',
  query: null,
  key: null,
};

/** The settings with what lies outside a smaller model back at its default. */
export function fitted(settings: StepsSettings, { blocks, heads, tokens }: ModelShape) {
  const token = (value: number | null) => (value !== null && value < tokens ? value : null);
  return {
    ...settings,
    block: Math.min(settings.block, blocks - 1),
    head: Math.min(settings.head, heads - 1),
    query: token(settings.query) ?? middleToken(tokens),
    key: token(settings.key),
  };
}

export type FittedSettings = ReturnType<typeof fitted>;

/** The patch in the middle of the picture. */
export function middleToken(tokens: number): number {
  const grid = Math.sqrt(tokens - 1);
  return Math.floor(grid / 2) * grid + Math.floor(grid / 2) + 1;
}
