/** The poster of "Three ways to tokens": the book's photograph and its mirror image, and their pictures as a file. */
import sharp from 'sharp';
import {
  reshapesPoster,
  reshapesSheet,
} from '../../src/components/widgets/token-reshapes/poster.tsx';
import {
  batchOf,
  defaults,
  imageSize,
  inChannels,
  patchSize,
} from '../../src/components/widgets/token-reshapes/settings.ts';
import { tokenReshapes } from '../../src/lib/engine/computations/token-reshapes.ts';
import { bookPhotograph } from './photograph.ts';

/** The sheet of pictures goes to `folder`. */
export async function tokenReshapesPoster(folder: string): Promise<{ figures: string }> {
  const images = batchOf(await bookPhotograph(imageSize, inChannels), defaults.batch);
  const result = await tokenReshapes({ images, imageSize, inChannels, patchSize });
  const { data, width, height } = reshapesSheet(result);
  await sharp(data, { raw: { width, height, channels: 4 } })
    .webp({ quality: 70 })
    .toFile(`${folder}/token-reshapes.webp`);
  return { figures: reshapesPoster(result) };
}
