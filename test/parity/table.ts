/** content/parity.json: compared with what the stages do now, or written anew with VITE_UPDATE_PARITY=1. */
import type { CaseResult } from '../../src/lib/parity/check.ts';
import type { ParityFixture } from '../../src/lib/parity/fixture.ts';
import {
  largest,
  type Largest,
  type ParityRow,
  type ParityTable,
} from '../../src/lib/parity/rows.ts';

export const tablePath = 'content/parity.json';

const measure = 'max |a − b| / max(1, max |b|), float32 against float64, rounded up to two digits';

/** The table with one backend's column replaced by fresh results, in the order of the fixtures. */
export function updatedTable(
  old: ParityTable | null,
  fixtures: ParityFixture[],
  results: Map<string, CaseResult[]>,
  backend: 'cpu' | 'webgl',
): ParityTable {
  const rows = fixtures.flatMap(({ stage }) =>
    results.get(stage)!.map((result): ParityRow => {
      const { variant, forward, gradients } = result;
      const before = old?.rows.find((row) => row.stage === stage && row.variant === variant);
      const compared = Object.keys(forward).length + Object.keys(gradients).length;
      const columns = { cpu: before?.cpu ?? null, webgl: before?.webgl ?? null };
      return { stage, variant, compared, ...columns, [backend]: largest(result) };
    }),
  );
  return { source: fixtures[0].source, measure, rows };
}

/** Where a table says something else than the results: other rows, or errors of another size. */
export function staleRows(
  table: ParityTable,
  fresh: ParityTable,
  backend: 'cpu' | 'webgl',
): string[] {
  const name = ({ stage, variant, compared }: ParityRow) =>
    `${stage}, ${variant}: ${compared} tensors`;
  const missing = fresh.rows.filter((row) => !table.rows.some((old) => name(old) === name(row)));
  const extra = table.rows.filter((row) => !fresh.rows.some((one) => name(one) === name(row)));
  const changed = fresh.rows.filter((row) => {
    const old = table.rows.find((one) => name(one) === name(row));
    return old && !alike(old[backend], row[backend], backend);
  });
  const says = (what: string) => (row: ParityRow) => `${what} ${name(row)}`;
  return [
    ...missing.map(says('missing')),
    ...extra.map(says('extra')),
    ...changed.map(says('changed')),
  ];
}

/** CPU arithmetic is the same everywhere but for a few functions; graphics drivers round as they like. */
const factors = { cpu: 2, webgl: 8 };
const noise = 1e-7;

function alike(old: Largest | null, fresh: Largest | null, backend: 'cpu' | 'webgl'): boolean {
  if (!old || !fresh) return false;
  const close = (a: number | null, b: number | null) =>
    a === null || b === null
      ? a === b
      : Math.max(a, b) <= factors[backend] * Math.min(a, b) + noise;
  return close(old.forward, fresh.forward) && close(old.gradient, fresh.gradient);
}
