/** The lab's tables: fixed ones straight from the library's stages, computed here in doubles. */
import type { Rows } from '../../../lib/figures/positions.ts';
import { bigVision2d, interleaved, mae2d, timingSignal } from '../../../lib/stages/sinusoids.ts';
import type { TableKind, TableSize } from './settings.ts';

type Fixed = Exclude<TableKind, 'learned'>;

const makers: Record<Fixed, (positions: number, embedDim: number) => Rows> = {
  none: (positions, embedDim) =>
    Array.from({ length: positions }, () => new Float64Array(embedDim)),
  sinusoidal: interleaved,
  timingSignal,
  sinusoidal2d: (positions, embedDim) => bigVision2d(Math.sqrt(positions), embedDim),
  sinusoidal2dMae: (positions, embedDim) => mae2d(Math.sqrt(positions), embedDim),
};

/** Why there is no such table; null when there is one. */
export function obstacle(kind: TableKind, { positions }: TableSize): string | null {
  const flat = kind === 'sinusoidal2d' || kind === 'sinusoidal2dMae';
  return flat && !Number.isInteger(Math.sqrt(positions))
    ? `A table in two dimensions needs a square of positions, and ${positions} is no square number.`
    : null;
}

/** The table of a fixed kind; zeros where there can be none. */
export function fixedTable(kind: TableKind, size: TableSize): Rows {
  const make = kind === 'learned' || obstacle(kind, size) ? makers.none : makers[kind];
  return make(size.positions, size.embedDim);
}

/** A flat [N, D] array as rows. */
export function asRows(values: Float32Array, embedDim: number): Rows {
  return Array.from({ length: values.length / embedDim }, (_, p) =>
    values.subarray(p * embedDim, (p + 1) * embedDim),
  );
}
