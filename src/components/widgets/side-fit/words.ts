/** What each offer does to the picture, in a sentence. */
import { counted } from '../../../lib/figures/words.ts';
import type { Fit } from './fit.ts';

export const cropped = ({ across, down, kept }: Fit): string =>
  `${across.cropped} × ${down.cropped}: keeps ${(100 * kept).toFixed(1)} % of the pixels as they are; ${counted(across.over, 'column')} and ${counted(down.over, 'row')} are lost, half on either side.`;

export function resized({ across, down, roundness }: Fit): string {
  const way = (value: number) => `× ${value.toFixed(3)}`;
  const shape =
    Math.abs(roundness - 1) < 0.0005
      ? 'The shape stays; every pixel is mixed anew from its neighbours.'
      : `A circle becomes an ellipse, ${roundness.toFixed(2)} times as wide as it is high, and every pixel is mixed anew.`;
  return `${across.resized} × ${down.resized}: loses nothing at the edge, and stretches by ${way(across.stretch)} across and ${way(down.stretch)} down. ${shape}`;
}
