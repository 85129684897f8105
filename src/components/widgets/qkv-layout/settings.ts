/** What "One matrix or three" starts with. */
import type { QkvLayout } from '../../../lib/model/qkv-columns.ts';

export interface LayoutSettings {
  /** From 0. */
  block: number;
  /** A column of the matrix, from 0. */
  column: number;
}

export const defaults: LayoutSettings = { block: 0, column: 39 };

/** The two ways to read the columns. */
export const layouts: Record<QkvLayout, { reading: string }> = {
  blocks: { reading: 'all queries, then all keys, then all values. timm, torchvision.' },
  woven: { reading: 'the three of each number side by side, head after head.' },
};
