/**
 * A step of k positions turns each pair of sine and cosine by the angle kω, wherever the step begins:
 *
 * sin (p+k)ω = sin pω cos kω + cos pω sin kω,  cos (p+k)ω = cos pω cos kω − sin pω sin kω.
 */
import type { Rows } from '../../../lib/figures/positions.ts';
import type { TableKind } from './settings.ts';

/** Where a pair stands in the table, and what it measures: the place in the sequence, or the column or row of the grid. */
export interface Pair {
  sine: number;
  cosine: number;
  along: 'sequence' | 'column' | 'row';
}

type Wave = Exclude<TableKind, 'none' | 'learned'>;

const plane = (D: number, i: number): Pair =>
  i < D / 4
    ? { sine: i, cosine: i + D / 4, along: 'column' }
    : { sine: i + D / 4, cosine: i + D / 2, along: 'row' };

const pairs: Record<Wave, (D: number, i: number) => Pair> = {
  sinusoidal: (_, i) => ({ sine: 2 * i, cosine: 2 * i + 1, along: 'sequence' }),
  timingSignal: (D, i) => ({ sine: i, cosine: i + D / 2, along: 'sequence' }),
  sinusoidal2d: plane,
  sinusoidal2dMae: plane,
};

/** Pair `index` of a table of width D; null for tables that are not made of waves. */
export function pairOf(kind: TableKind, D: number, index: number): Pair | null {
  return kind === 'none' || kind === 'learned' ? null : pairs[kind](D, index);
}

export interface Rotation {
  pair: Pair;
  /** Radians per step, read off the table. */
  omega: number;
  /** p, along what the pair measures. */
  place: number;
  /** k. */
  offset: number;
  /** sin pω and cos pω, from the table. */
  before: readonly [sine: number, cosine: number];
  /** sin kω and cos kω. */
  turn: readonly [sine: number, cosine: number];
  /** The pair turned by kω. */
  after: readonly [sine: number, cosine: number];
  /** What the table holds k steps on, and in which row; null where the table ends before. */
  held: { row: number; values: readonly [sine: number, cosine: number] } | null;
}

/** Turns the pair of position `p` by k steps, and looks up what the table holds there. */
export function rotate(rows: Rows, pair: Pair, p: number, k: number): Rotation {
  const grid = pair.along === 'sequence' ? rows.length : Math.sqrt(rows.length);
  const stride = pair.along === 'row' ? grid : 1;
  const place = pair.along === 'row' ? Math.floor(p / grid) : p % grid;
  const at = (row: number) => [rows[row]![pair.sine]!, rows[row]![pair.cosine]!] as const;
  const [unitSine, unitCosine] = at(stride);
  const omega = Math.atan2(unitSine, unitCosine);
  const [s, c] = at(p);
  const [turnSine, turnCosine] = [Math.sin(k * omega), Math.cos(k * omega)];
  const row = p + k * stride;
  return {
    pair,
    omega,
    place,
    offset: k,
    before: [s, c],
    turn: [turnSine, turnCosine],
    after: [s * turnCosine + c * turnSine, c * turnCosine - s * turnSine],
    held: place + k < grid ? { row, values: at(row) } : null,
  };
}
