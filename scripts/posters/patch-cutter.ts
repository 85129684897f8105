/** The patch cutter's poster: the book's photograph, cut and projected with fresh weights. */
import sharp from 'sharp';
import { cutterPoster } from '../../src/components/widgets/patch-cutter/poster.tsx';
import { fromRgba } from '../../src/components/widgets/patch-cutter/load-photograph.ts';
import { defaults, embedDim, seed } from '../../src/components/widgets/patch-cutter/settings.ts';
import { patchEmbedding } from '../../src/lib/engine/computations/patch-embedding.ts';
import { greyPng } from '../grey-png.ts';

export async function patchCutterPoster(): Promise<{ product: string }> {
  const { data, info } = await sharp('public/photographs/chelsea.webp')
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const channels = 3;
  const result = await patchEmbedding({
    image: fromRgba(data, channels),
    imageSize: info.width,
    inChannels: channels,
    patchSize: defaults.patchSize,
    embedDim,
    seed,
  });
  return { product: cutterPoster({ result, imageSize: info.width, channels }, greyPng) };
}
