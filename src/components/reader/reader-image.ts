/** The picture that all chapters share. */
import { pictureOf, type Picture } from '../../lib/figures/pictures.ts';
import { mix, type Palette } from '../../lib/figures/ramps.ts';
import type { Raster } from '../../lib/images/raster.ts';

export type ImageKind = 'photograph' | 'garment' | 'shape' | 'drawing' | 'upload' | 'webcam';

/**
 * RGBA bytes with a name and an origin; always opaque, at most 512 pixels along a side.
 *
 * A garment's and a drawing's grey values are data as the models take them: 0 is the empty ground, 255 the thing. On
 * screen they are ink on paper: `readerPicture` draws every kind as it should look.
 */
export interface ReaderImage extends Raster {
  /** The word in the address for a bundled picture; `mine` for the reader's own. */
  id: string;
  /** In the reader's words: "Chelsea the cat", "holiday.jpg". */
  name: string;
  kind: ImageKind;
  /** For bundled pictures: who made it and under what terms. */
  licence?: string;
}

/** The id of the reader's own picture, which lies on the device and in no address. */
export const ownId = 'mine';

/** Whether the picture's numbers are ink (0 paper, 255 ink) instead of light. */
export function isInk({ kind }: Pick<ReaderImage, 'kind'>): boolean {
  return kind === 'garment' || kind === 'drawing';
}

/** The picture as it looks on the page: ink in the theme's colours, everything else in its own. */
export function readerPicture(image: ReaderImage, { paper, ink }: Palette): Picture {
  const { pixels, width, height } = image;
  if (!isInk(image)) return { width, height, data: pixels };
  return pictureOf(width, height, (x, y) => mix(paper, ink, pixels[(y * width + x) * 4]! / 255));
}
