/** What "Other resolutions" starts with, and what can be chosen. */
import type { InterpolatePositionsRequest } from '../../../lib/engine/computations/interpolate-positions.ts';

export type Interpolation = InterpolatePositionsRequest['interpolations'][number];
export type Source = 'sinusoidal2d' | 'learned';

/** The ways in use, by the names of those who use them. */
export const ways: Record<Interpolation, string> = {
  bilinear: 'bilinear',
  bicubicAntialiased: 'bicubic, timm',
  bicubic: 'bicubic, DeiT and MAE',
};
export const wayKeys = Object.keys(ways) as Interpolation[];

export const sources: Record<Source, string> = {
  sinusoidal2d: '2-D sines',
  learned: 'learned, fresh',
};
export const sourceKeys = Object.keys(sources) as Source[];

/** G of the old table, D, and the seed of a fresh one. */
export const from = 4;
export const embedDim = 32;
export const seed = 1;

/** G of the new table. */
export const smallest = 2;
export const greatest = 12;

export interface ResolutionSettings {
  source: Source;
  way: Interpolation;
  to: number;
  /** The chosen place of the new table, as fractions of its side: it stays where it is when the grid changes. */
  place: { x: number; y: number };
  /** The chosen number of each row, from 0. */
  column: number;
}

export const defaults: ResolutionSettings = {
  source: 'learned',
  way: 'bicubicAntialiased',
  to: 7,
  place: { x: 0.5, y: 0.2 },
  column: 0,
};
