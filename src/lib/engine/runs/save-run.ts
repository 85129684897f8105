/**
 * Saves a run so that a kill at any point leaves a whole snapshot: write a new one, read it back, and only then let the
 * oldest go.
 */
import type { RunSummary, SavedRun } from '../../io/run-document.ts';
import { inTransaction, snapshotsOf, type RunDatabase } from './database.ts';
import {
  entryRecord,
  isIntact,
  readEntry,
  snapshotRecord,
  type EntryRecord,
  type SnapshotRecord,
} from './records.ts';
import { StorageError } from './storage-error.ts';

interface Written {
  snapshot: SnapshotRecord;
  /** The entry that it replaced. */
  before: EntryRecord | undefined;
}

/** The name and the pin of a run that is stored already stay as they are there: they are changed by `update` only. */
export async function saveRun(database: RunDatabase, run: SavedRun): Promise<void> {
  const written = await write(database, run);
  if (!(await isAsWritten(database, run.summary, written))) {
    await takeBack(database, written).catch(() => undefined);
    throw new StorageError(
      'damaged',
      `Step ${run.summary.step} of “${run.summary.name}” was not stored as it was written: what was saved before is kept.`,
    );
  }
  await letOldGo(database, written.snapshot);
}

function write(database: RunDatabase, run: SavedRun): Promise<Written> {
  const { id } = run.summary;
  const first = snapshotRecord(run, 1);
  return inTransaction(database, 'readwrite', async (transaction) => {
    const entries = transaction.objectStore('entries');
    const snapshots = transaction.objectStore('snapshots');
    const before = await entries.get(id);
    const newest = await snapshots.openKeyCursor(snapshotsOf(id), 'prev');
    const snapshot = { ...first, number: newest ? newest.key[1] + 1 : 1 };
    await entries.put(entryRecord({ ...run.summary, ...namedBy(before) }));
    await snapshots.put(snapshot);
    return { snapshot, before };
  });
}

/** What the reader has said of a run. */
function namedBy(entry: EntryRecord | undefined): Partial<RunSummary> {
  try {
    const { name, pinned } = readEntry(entry);
    return { name, pinned };
  } catch {
    return {};
  }
}

function isAsWritten(database: RunDatabase, summary: RunSummary, { snapshot }: Written) {
  return inTransaction(database, 'readonly', async (transaction) => {
    const { id, number, checksum } = snapshot;
    const entry = await transaction.objectStore('entries').get(id);
    const stored = await transaction.objectStore('snapshots').get([id, number]);
    const { step, saved } = entry?.summary ?? {};
    const same = isIntact(stored) && stored.checksum === checksum;
    return same && step === summary.step && saved === summary.saved;
  });
}

/** Removes what was written wrongly, unless the run has been deleted meanwhile. */
function takeBack(database: RunDatabase, { snapshot, before }: Written): Promise<void> {
  const { id, number } = snapshot;
  return inTransaction(database, 'readwrite', async (transaction) => {
    const entries = transaction.objectStore('entries');
    const snapshots = transaction.objectStore('snapshots');
    if ((await snapshots.getKey([id, number])) === undefined) return;
    await snapshots.delete([id, number]);
    await (before ? entries.put(before) : entries.delete(id));
  });
}

/** Keeps the new snapshot and the newest intact one before it. */
function letOldGo(database: RunDatabase, { id, number }: SnapshotRecord): Promise<void> {
  return inTransaction(database, 'readwrite', async (transaction) => {
    const snapshots = transaction.objectStore('snapshots');
    const keys = await snapshots.getAllKeys(snapshotsOf(id));
    const older = keys.filter((key) => key[1] < number).reverse();
    let kept = false;
    for (const key of older) {
      if (!kept && isIntact(await snapshots.get(key))) kept = true;
      else await snapshots.delete(key);
    }
  });
}
