/** What a pattern has made, in a sentence. */
import type { RearrangeImageResult } from '../../../lib/engine/computations/rearrange-image.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import type { PictureSize, Verdict } from './verdict.ts';

export const shapeText = (shape: readonly number[]): string => `[${shape.join(', ')}]`;

export function seen(
  { shape, difference }: RearrangeImageResult,
  { kind, patchesInFirst }: Verdict,
  { imageSize, patchSize, inChannels }: PictureSize,
): string {
  const wanted = [1, (imageSize / patchSize) ** 2, patchSize ** 2 * inChannels];
  const far =
    difference === null
      ? ''
      : ` It differs from the stage’s patches by up to ${scientific(difference)}.`;
  const sentences: Record<Verdict['kind'], string> = {
    right: `${shapeText(shape)}: row by row these are the patches; the difference from the stage patchify is ${scientific(difference ?? 0)}.`,
    within: `The shape is right, and each row holds its own patch, but the numbers within a row stand in another order.${far} Weights that were trained with the one order do not fit the other.`,
    rows: `The shape is right, and each row holds one patch, but the rows stand in another order.${far}`,
    mixed: `The shape is right and the content is not: the first row holds numbers of ${patchesInFirst} patches.${far} No error tells.`,
    shape: `${shapeText(shape)} is not the shape of the patches, ${shapeText(wanted)}. The numbers are all there; the picture shows them read as if they were patches.`,
  };
  return sentences[kind];
}
