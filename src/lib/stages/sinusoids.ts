/**
 * Fixed position tables of sines and cosines, as rows of width D.
 *
 * Computed in doubles: the sine of a GPU is off by 2e-4.
 */
import { divided } from '../tensors/letters.ts';

/** A table as rows, one for each position. */
export type Rows = number[][];

export type FixedPositions =
  'sinusoidal' | 'timingSignal' | 'sinusoidal2d' | 'sinusoidal2dMae';

export interface FixedPositionsConfig {
  /** T. */
  tokens: number;
  /** D. */
  embedDim: number;
  /** Tokens before the patches; a 2-D table has zeros for them. */
  prefixTokens?: number;
}

/** The table of that name: [T][D]. */
export function fixedRows(
  kind: FixedPositions,
  { tokens, embedDim, prefixTokens = 1 }: FixedPositionsConfig,
): Rows {
  if (kind === 'sinusoidal') return interleaved(tokens, embedDim);
  if (kind === 'timingSignal') return timingSignal(tokens, embedDim);
  const prefix = Array.from({ length: prefixTokens }, () =>
    Array<number>(embedDim).fill(0),
  );
  const side = Math.sqrt(tokens - prefixTokens);
  return [
    ...prefix,
    ...(kind === 'sinusoidal2d' ? bigVision2d : mae2d)(side, embedDim),
  ];
}

/** i-th frequency of `count`: 10000^(−i / span). */
function frequencies(count: number, span: number): number[] {
  return Array.from({ length: count }, (_, i) => 10000 ** -(i / span));
}

/** Sines, then cosines, of a position at each frequency. */
function wave(position: number, omegas: number[]): number[] {
  const angles = omegas.map((omega) => position * omega);
  return [...angles.map(Math.sin), ...angles.map(Math.cos)];
}

/**
 * sin(p / 10000^(2i/D)) in column 2i, cos of the same in column 2i + 1
 * (Vaswani et al. 2017, section 3.5).
 *
 * The half-and-half layout of `timingSignal` is not a mere reordering of
 * it: the frequencies differ too.
 */
export function interleaved(positions: number, D: number): Rows {
  const column = (position: number, c: number) => {
    const angle = position / 10000 ** ((c - (c % 2)) / D);
    return c % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
  };
  return rows(positions, (position) =>
    Array.from({ length: D }, (_, c) => column(position, c)),
  );
}

/**
 * [sin ‖ cos] with exponents i / (D/2 − 1), a zero last column when D is
 * odd (tensor2tensor, get_timing_signal_1d).
 */
export function timingSignal(positions: number, D: number): Rows {
  const count = Math.floor(D / 2);
  const omegas = frequencies(count, Math.max(1, count - 1));
  return rows(positions, (position) => [
    ...wave(position, omegas),
    ...(D % 2 ? [0] : []),
  ]);
}

/**
 * [sin x ‖ cos x ‖ sin y ‖ cos y] over a G × G grid, exponents i / (D/4 −
 * 1) (big_vision, posemb_sincos_2d).
 */
export function bigVision2d(G: number, D: number): Rows {
  return plane(G, D, (count) => Math.max(1, count - 1));
}

/**
 * The same layout with exponents i / (D/4) (MAE, get_2d_sincos_pos_embed).
 */
export function mae2d(G: number, D: number): Rows {
  return plane(G, D, (count) => count);
}

function plane(
  G: number,
  D: number,
  span: (count: number) => number,
): Rows {
  const count = divided(
    'position embedding',
    ['embedDim', D],
    ['four waves', 4],
  );
  const omegas = frequencies(count, span(count));
  return rows(G * G, (position) => {
    const [x, y] = [position % G, Math.floor(position / G)];
    return [...wave(x, omegas), ...wave(y, omegas)];
  });
}

function rows(count: number, row: (position: number) => number[]): Rows {
  return Array.from({ length: count }, (_, position) => row(position));
}
