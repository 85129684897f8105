/** The chosen table: computed on the spot where it is fixed, asked of the engine where it is learned. */
import { useMemo } from 'preact/hooks';
import type { Rows } from '../../../lib/figures/positions.ts';
import { useComputation, type Computation } from '../engine/use-computation.ts';
import { seed, sizes, type TableKind } from './settings.ts';
import { asRows, fixedTable } from './tables.ts';

interface ChosenTable {
  rows: Rows;
  /** How long a fixed table took. */
  milliseconds: number;
  learned: Computation<'learnedPositions'>;
  tryAgain: () => void;
}

/** While a learned table is on its way, zeros stand in its place. */
export function useTable(kind: TableKind, sizeIndex: number): ChosenTable {
  const size = sizes[sizeIndex]!;
  const request = useMemo(
    () =>
      kind === 'learned'
        ? () => ({ positions: size.positions, embedDim: size.embedDim, seed })
        : null,
    [kind, sizeIndex],
  );
  const [learned, tryAgain] = useComputation('position-lab', 'learnedPositions', request);
  const fixed = useMemo(() => {
    const started = performance.now();
    const rows = fixedTable(kind, size);
    return { rows, milliseconds: performance.now() - started };
  }, [kind, sizeIndex]);
  const drawn = learned.result;
  const rows = useMemo(
    () =>
      kind === 'learned' && drawn?.length === size.positions * size.embedDim
        ? asRows(drawn, size.embedDim)
        : fixed.rows,
    [fixed, drawn],
  );
  return { rows, milliseconds: fixed.milliseconds, learned, tryAgain };
}
