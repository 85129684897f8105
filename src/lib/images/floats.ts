/** From pixels to what the stages take: [S, S, C], 0 to 1, row-major, channels last. */
import { luma } from './colour.ts';
import { cropSquare } from './crop.ts';
import type { Raster } from './raster.ts';
import { resize } from './resize.ts';

/** How a picture that is no square becomes one: its middle, or the whole of it squeezed. */
export type Fit = 'crop' | 'stretch';

export interface FloatOptions {
  /** S, pixels. */
  size: number;
  /** C: 1 is grey (Rec. 601), 3 is red, green, blue. */
  channels: 1 | 3;
  fit?: Fit;
}

/** The picture as [S, S, C] numbers from 0 to 1. @throws RangeError when S or C is impossible. */
export function imageFloats(source: Raster, { size, channels, fit }: FloatOptions): Float32Array {
  return floatsOf(squared(source, size, fit), channels);
}

/** The picture as a square of S × S pixels. */
export function squared(source: Raster, size: number, fit: Fit = 'crop'): Raster {
  return resize(fit === 'crop' ? cropSquare(source) : source, size, size);
}

/** Every pixel of the raster as C numbers from 0 to 1: [height, width, C]. */
export function floatsOf({ pixels, width, height }: Raster, channels: 1 | 3): Float32Array {
  if (channels !== 1 && channels !== 3)
    throw new RangeError(`image: ${String(channels)} channels, expected 1 or 3`);
  const floats = new Float32Array(width * height * channels);
  for (let i = 0, at = 0; at < pixels.length; at += 4) {
    const [red, green, blue] = [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
    if (channels === 1) floats[i++] = luma(red, green, blue) / 255;
    else for (const value of [red, green, blue]) floats[i++] = value / 255;
  }
  return floats;
}
