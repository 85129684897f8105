/**
 * One picture's way through a model as plain numbers, stage by stage.
 *
 * Letters: S image side, C channels, P patch side, G patches along a side, N = G², T tokens, D width, H heads.
 */
import type { ModelPicture } from './model-pictures.ts';
import { pictureOf, type Picture } from './pictures.ts';
import type { Palette, Rgb } from './ramps.ts';

/** Rows of numbers as columns: [rows, columns] → [columns, rows]. */
export function transposed(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    { length: rows * columns },
    (_, i) => values[(i % rows) * columns + Math.floor(i / rows)]!,
  );
}

/** What the class token takes from each patch, mean of the heads: weights [H, T, T] → [N]. */
export function classAttention(
  weights: ArrayLike<number>,
  heads: number,
  tokens: number,
): Float32Array<ArrayBuffer> {
  return Float32Array.from({ length: tokens - 1 }, (_, patch) => {
    let sum = 0;
    for (let head = 0; head < heads; head++) sum += weights[head * tokens * tokens + patch + 1]!;
    return sum / heads;
  });
}

/** Patches laid out as they lie in the picture, one pixel of nothing between them. */
export interface CutPicture extends ModelPicture {
  grid: number;
  /** P. */
  patch: number;
  /** 1 where there is a pixel, 0 in the gaps: [side, side]. */
  solid: ArrayLike<number>;
}

/** x_p, [N, P²C] from −1 to 1, as a picture of numbers from 0 to 1 with side G(P + 1) − 1. */
export function cutPicture(
  patches: ArrayLike<number>,
  { grid, patch, channels, ink }: Pick<CutPicture, 'grid' | 'patch' | 'channels' | 'ink'>,
): CutPicture {
  const side = grid * (patch + 1) - 1;
  const values = new Float32Array(side * side * channels);
  const solid = new Uint8Array(side * side);
  for (let n = 0, i = 0; n < grid * grid; n++)
    for (let y = 0; y < patch; y++)
      for (let x = 0; x < patch; x++) {
        const row = Math.floor(n / grid) * (patch + 1) + y;
        const place = row * side + (n % grid) * (patch + 1) + x;
        solid[place] = 1;
        for (let c = 0; c < channels; c++, i++)
          values[place * channels + c] = (patches[i]! + 1) / 2;
      }
  return { values, side, channels, ink, grid, patch, solid };
}

/** Ink on nothing, or the picture's own colours; the gaps let the page through. */
export function cutInColour(
  { values, side, channels, ink, solid }: CutPicture,
  palette: Palette,
): Picture {
  const colour = (place: number): Rgb =>
    channels === 3
      ? [values[place * 3]! * 255, values[place * 3 + 1]! * 255, values[place * 3 + 2]! * 255]
      : palette.ink;
  const picture = pictureOf(side, side, (x, y) => colour(y * side + x));
  for (let place = 0; place < side * side; place++) {
    const inked = channels === 3 ? 1 : ink ? values[place]! : 1 - values[place]!;
    picture.data[place * 4 + 3] = Math.round(255 * inked * solid[place]!);
  }
  return picture;
}

/** The index of the largest number. */
export function indexOfLargest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
