/** What the sequence-length calculator starts with, and what can be chosen. */
import type { VitSize } from '../../../lib/model/presets.ts';

export interface LengthSettings {
  /** S and P, pixels; C. */
  imageSize: number;
  patchSize: number;
  inChannels: number;
  /** Whose D and H the block has. */
  size: VitSize;
  /** One token more, before the others. */
  classToken: boolean;
}

export const smallestImage = 32;
export const largestImage = 512;
export const imageStep = 4;
export const largestPatch = 32;

/** ViT-B/16. */
export const defaults: LengthSettings = {
  imageSize: 224,
  patchSize: 16,
  inChannels: 3,
  size: 'B',
  classToken: true,
};

/** The model that is marked in the figures. */
export const marked = { name: 'ViT-B/16', imageSize: 224, patchSize: 16 };

/** The image sides that the figures mark. */
export const markedSides = [32, 64, 128, 256, 512];

/** The image sides that the table lists: those marked, and the reader's own. */
export const tabledSides = ({ imageSize }: LengthSettings): number[] =>
  [...new Set([...markedSides, imageSize])].sort((a, b) => a - b);
