/** The book's photograph as the stages take it. */
import sharp from 'sharp';
import { fromRgba } from '../../src/components/widgets/patch-cutter/load-photograph.ts';

export interface PosterPhotograph {
  /** [S, S, C], 0 to 1. */
  image: Float32Array;
  imageSize: number;
  inChannels: number;
}

export async function bookPhotograph(): Promise<PosterPhotograph> {
  const { data, info } = await sharp('public/photographs/chelsea.webp')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const inChannels = 3;
  return { image: fromRgba(data, inChannels), imageSize: info.width, inChannels };
}
