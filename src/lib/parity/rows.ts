/** The parity table: one row for each stage and variant, the largest error of each backend. */
import type { CaseResult, Errors } from './check.ts';

export interface Largest {
  /** Of all intermediates. */
  forward: number;
  /** Of all gradients; null when the case has none. */
  gradient: number | null;
}

export interface ParityRow {
  stage: string;
  variant: string;
  /** How many tensors were compared, forward and backward. */
  compared: number;
  cpu: Largest | null;
  webgl: Largest | null;
}

export interface ParityTable {
  /** What computed the expected values. */
  source: string;
  /** What a row is measured by. */
  measure: string;
  rows: ParityRow[];
}

/** The largest error of a case, rounded up to two digits. */
export function largest({ forward, gradients }: CaseResult): Largest {
  return { forward: worst(forward) ?? 0, gradient: worst(gradients) };
}

function worst(errors: Errors): number | null {
  const values = Object.values(errors);
  return values.length === 0 ? null : roundedUp(Math.max(...values));
}

function roundedUp(value: number): number {
  if (value === 0 || !Number.isFinite(value)) return value;
  const unit = 10 ** (Math.floor(Math.log10(value)) - 1);
  return Number((Math.ceil(value / unit) * unit).toPrecision(2));
}
