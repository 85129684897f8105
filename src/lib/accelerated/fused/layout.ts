/**
 * How the fused path lays out tokens: one matrix, a row for each token of each image.
 *
 * Each image has an even number of rows, so that no 2×2 block holds tokens of two images: with an odd T a row of padding
 * follows the last token. Nothing reads a padding row of another token, so its gradient is zero, and it adds nothing to
 * any parameter's.
 */
import { tokenCount, type VitConfig } from '../../model/config.ts';

export interface Layout {
  /** B. */
  images: number;
  /** T. */
  tokens: number;
  /** Rows of an image: T, or T + 1 when T is odd. */
  rows: number;
}

export function layoutOf(images: number, config: VitConfig): Layout {
  const tokens = tokenCount(config);
  return { images, tokens, rows: tokens + (tokens % 2) };
}

/** Rows of an image of which only the first token is wanted: a block's two. */
export const rowsOfOneToken = 2;

/** The first row of each image, and the token of a row, in GLSL. */
export function splitRow(rows: number): string {
  return `int image = row / ${rows}; int token = row - image * ${rows};`;
}
