/** What "Does order matter?" starts with, and what can be chosen. */
import type { Reordering } from '../../../lib/engine/computations/token-order.ts';
import type { PositionEmbedding } from '../../../lib/model/config.ts';

export type { Reordering };

/** The tables that are compared, all with the same weights. */
export const tables = ['none', 'learned', 'sinusoidal'] as const satisfies PositionEmbedding[];
export type TableName = (typeof tables)[number];

export const reorderings: Record<string, Reordering> = {
  'as they are': 'same',
  'two swapped': 'swapped',
  'all shuffled': 'shuffled',
};

export interface OrderSettings {
  table: TableName;
  reordering: Reordering;
  orderSeed: number;
}

export const defaults: OrderSettings = { table: 'none', reordering: 'shuffled', orderSeed: 1 };

/** S and P, pixels; C; the weights' seed. */
export const imageSize = 112;
export const patchSize = 16;
export const inChannels = 3;
export const seed = 1;

/** What stands where the picture will be until it is here: the book's photograph. */
export const photograph = 'photographs/chelsea-224.webp';
