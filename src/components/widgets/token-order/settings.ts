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

/** P, pixels; the weights' seed. */
export const patchSize = 16;
export const seed = 1;
