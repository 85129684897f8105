/** What the patch cutter starts with, and what can be chosen. */
import type { Photograph, Pixel } from './cut.ts';
import type { Order } from './order.ts';

export interface CutterSettings {
  /** P, pixels. */
  patchSize: number;
  /** The chosen patch, by a pixel in it: it stays chosen when P changes. */
  pixel: Pixel;
  /** The chosen number of the token, from 0. */
  feature: number;
  /** Which patch stands at each place; null is row by row. */
  order: Order | null;
}

/** P: each divides the photograph's 112 pixels. */
export const patchSizes = [4, 8, 14, 16];

/** D, and the seed that E is drawn with. */
export const embedDim = 32;
export const seed = 1;

/** The eye of the cat. */
export const defaults: CutterSettings = {
  patchSize: 16,
  pixel: { x: 36, y: 43 },
  feature: 4,
  order: null,
};

/** The book's photograph as chapter 2 cuts it. */
export const photographAt = (src: string): Photograph => ({
  src,
  alt: 'The face of a tabby cat',
  size: 112,
  channels: 3,
});
