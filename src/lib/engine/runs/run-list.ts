/** A table of runs as plain values. */
import type { RunSummary, SavedRun } from '../../io/run-document.ts';

export interface DamagedRun {
  id: string;
  /** A sentence. */
  reason: string;
}

export interface RunList {
  /** Pinned first, then by the time of the last save, newest first. */
  runs: RunSummary[];
  damaged: DamagedRun[];
}

export interface LoadedRun {
  run: SavedRun;
  /** A sentence when it is not the last state that was saved. */
  note: string | null;
}

/** What can be changed of a stored run without its weights. */
export type RunChange = Partial<Pick<RunSummary, 'name' | 'pinned'>>;

export const sortedRuns = (runs: readonly RunSummary[]): RunSummary[] =>
  runs.toSorted((a, b) => Number(b.pinned) - Number(a.pinned) || b.saved - a.saved);

export function changedRun(summary: RunSummary, { name, pinned }: RunChange): RunSummary {
  return { ...summary, name: name ?? summary.name, pinned: pinned ?? summary.pinned };
}
