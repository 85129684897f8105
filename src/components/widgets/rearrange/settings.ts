/** What "Write the rearrangement" starts with, and what can be chosen. */

export interface RearrangeSettings {
  /** P, pixels: the size of p1 and of p2. */
  patchSize: number;
  pattern: string;
}

/** The stage's own rearrangement, from PyTorch's order of sides. */
export const right = 'b c (h p1) (w p2) -> b (h w) (p1 p2 c)';

export const defaults: RearrangeSettings = { patchSize: 16, pattern: right };

/** Patterns to start from. */
export const examples: Record<string, string> = {
  'patches, as here': right,
  'channels outermost': 'b c (h p1) (w p2) -> b (h w) (c p1 p2)',
  'column by column': 'b c (h p1) (w p2) -> b (w h) (p1 p2 c)',
  'p1 and h exchanged': 'b c (p1 h) (p2 w) -> b (h w) (p1 p2 c)',
  'places and pixels exchanged': 'b c (h p1) (w p2) -> b (p1 p2) (h w c)',
  'one token for each pixel': 'b c h w -> b (h w) c',
};

/** The engine turns no more axes than this at once. */
export const mostAxes = 6;
