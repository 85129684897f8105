/** The patch cutter's poster: the book's photograph, cut and projected with fresh weights. */
import { writeFileSync } from 'node:fs';
import { cutterPoster } from '../../src/components/widgets/patch-cutter/poster.tsx';
import { defaults, embedDim, seed } from '../../src/components/widgets/patch-cutter/settings.ts';
import { patchEmbedding } from '../../src/lib/engine/computations/patch-embedding.ts';
import { greyPng } from '../grey-png.ts';
import { cutPhotograph } from './cut-photograph.ts';

/** The picture of E goes to `folder`. */
export async function patchCutterPoster(folder: string): Promise<{ product: string }> {
  const photograph = await cutPhotograph();
  const { patchSize } = defaults;
  const result = await patchEmbedding({ ...photograph, patchSize, embedDim, seed });
  const { imageSize, inChannels: channels } = photograph;
  const { product, weight } = cutterPoster({ result, imageSize, channels }, greyPng);
  writeFileSync(`${folder}/patch-cutter-weight.png`, Buffer.from(weight.split(',')[1]!, 'base64'));
  return { product };
}
