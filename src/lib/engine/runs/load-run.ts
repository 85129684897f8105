/** Reads what is stored: one run whole, or the table of all of them without their weights. */
import type { RunSummary, SavedRun } from '../../io/run-document.ts';
import { inTransaction, snapshotsOf, type RunDatabase } from './database.ts';
import { readEntry, readSnapshot, type SnapshotRecord } from './records.ts';
import { sortedRuns, type DamagedRun, type LoadedRun, type RunList } from './run-list.ts';
import { StorageError } from './storage-error.ts';

export function loadRun(database: RunDatabase, id: string): Promise<LoadedRun> {
  return inTransaction(database, 'readonly', async (transaction) => {
    const snapshots = transaction.objectStore('snapshots');
    const entry = summaryOf(await transaction.objectStore('entries').get(id));
    const keys = (await snapshots.getAllKeys(snapshotsOf(id))).reverse();
    if (keys.length === 0)
      throw new StorageError('damaged', `Nothing of the run ${nameOf(entry, id)} is stored here.`);
    for (const [skipped, key] of keys.entries()) {
      const run = intactRun(await snapshots.get(key));
      if (run) return { run: named(run, entry), note: skipped ? note(run, skipped) : null };
    }
    throw new StorageError(
      'damaged',
      `None of the ${keys.length} saved states of ${nameOf(entry, id)} is as it was written: the run cannot be opened.`,
    );
  });
}

/** Null for a damaged one; a run of a newer version is an error. */
function intactRun(record: SnapshotRecord | undefined): SavedRun | null {
  try {
    return readSnapshot(record);
  } catch (cause) {
    if (cause instanceof StorageError && cause.kind === 'damaged') return null;
    throw cause;
  }
}

const note = ({ summary }: SavedRun, skipped: number) =>
  `${skipped === 1 ? 'The last saved state is' : `The last ${skipped} saved states are`} damaged: this is the one before, of step ${summary.step}.`;

const nameOf = (entry: RunSummary | null, id: string) => (entry ? `“${entry.name}”` : id);

/** What the reader has said of a run since it was saved. */
function named({ summary, state }: SavedRun, entry: RunSummary | null): SavedRun {
  const { name, pinned } = entry ?? summary;
  return { summary: { ...summary, name, pinned }, state };
}

function summaryOf(record: unknown): RunSummary | null {
  try {
    return readEntry(record);
  } catch {
    return null;
  }
}

/** Reads entries and keys only. */
export function listRuns(database: RunDatabase): Promise<RunList> {
  return inTransaction(database, 'readonly', async (transaction) => {
    const records = await transaction.objectStore('entries').getAll();
    const keys = await transaction.objectStore('snapshots').getAllKeys();
    const stored = new Set(keys.map(([id]) => id));
    const listed = new Set(records.map(({ id }) => id));
    const entries = records.map((record) => entryOrDamage(record, stored));
    const strays = [...stored].filter((id) => !listed.has(id));
    return {
      runs: sortedRuns(entries.filter((entry) => 'settings' in entry)),
      damaged: [
        ...entries.filter((entry) => 'reason' in entry),
        ...strays.map((id) => ({ id, reason: 'Its entry is missing.' })),
      ],
    };
  });
}

function entryOrDamage(record: { id: string }, stored: Set<string>): RunSummary | DamagedRun {
  const { id } = record;
  try {
    const summary = readEntry(record);
    return stored.has(id) ? summary : { id, reason: `Nothing of “${summary.name}” is stored.` };
  } catch (cause) {
    return { id, reason: (cause as Error).message };
  }
}
