/** What the position lab starts with, and what can be chosen. */
import type { PositionEmbedding } from '../../../lib/stages/position-kinds.ts';

/** The kinds of table that the lab shows, by the library's own names. */
export type TableKind = Exclude<PositionEmbedding, 'lookup'>;

export const kindNames: Record<TableKind, string> = {
  none: 'none',
  sinusoidal: '1-D sines, interleaved',
  timingSignal: '1-D sines, in halves',
  sinusoidal2d: '2-D sines',
  sinusoidal2dMae: '2-D sines, MAE’s',
  learned: 'learned, 1-D',
};

export const kinds = Object.keys(kindNames) as TableKind[];

/** N positions of D numbers, and where one meets them. */
export interface TableSize {
  positions: number;
  embedDim: number;
  from: string;
}

export const sizes: TableSize[] = [
  { positions: 49, embedDim: 32, from: 'the tiny model that this site trains' },
  { positions: 20, embedDim: 512, from: 'the picture by which these tables are often explained' },
  { positions: 4, embedDim: 512, from: 'the same for a sequence of four' },
  { positions: 196, embedDim: 768, from: 'ViT-B/16 at 224 pixels' },
];

export const sizeName = ({ positions, embedDim }: TableSize) => `${positions} × ${embedDim}`;

export interface LabSettings {
  kind: TableKind;
  /** Index into `sizes`. */
  size: number;
  /** The chosen position, from 0. */
  position: number;
  /** The chosen pair of sine and cosine, from 0. */
  pair: number;
  /** Steps from the chosen position to another. */
  offset: number;
}

export const defaults: LabSettings = {
  kind: 'sinusoidal',
  size: 0,
  position: 24,
  pair: 2,
  offset: 9,
};

/** The seed that a fresh learned table is drawn with. */
export const seed = 1;
