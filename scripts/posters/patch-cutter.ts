/** The patch cutter's poster: the book's photograph, cut and projected with fresh weights. */
import { cutterPoster } from '../../src/components/widgets/patch-cutter/poster.tsx';
import { defaults, embedDim, seed } from '../../src/components/widgets/patch-cutter/settings.ts';
import { patchEmbedding } from '../../src/lib/engine/computations/patch-embedding.ts';
import { greyPng } from '../grey-png.ts';
import { cutPhotograph } from './cut-photograph.ts';

export async function patchCutterPoster(): Promise<{ product: string }> {
  const photograph = await cutPhotograph();
  const { patchSize } = defaults;
  const result = await patchEmbedding({ ...photograph, patchSize, embedDim, seed });
  const { imageSize, inChannels: channels } = photograph;
  return { product: cutterPoster({ result, imageSize, channels }, greyPng) };
}
