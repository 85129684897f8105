/** The poster of "Three ways to tokens": the book's photograph and its mirror image, and their pictures as a file. */
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
import { writePicture } from './cut-photograph.ts';
import { bookPhotograph } from './photograph.ts';

/** The sheet of pictures goes to `folder`. */
export async function tokenReshapesPoster(folder: string): Promise<{ figures: string }> {
  const images = batchOf(await bookPhotograph(imageSize, inChannels), defaults.batch);
  const result = await tokenReshapes({ images, imageSize, inChannels, patchSize });
  await writePicture(reshapesSheet(result), `${folder}/token-reshapes.webp`);
  return { figures: reshapesPoster(result) };
}
