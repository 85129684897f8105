/**
 * The runs of this device, in IndexedDB: an entry for each, and its two newest intact snapshots.
 *
 * Worker and page may both have one open, and several tabs too: each call is one or a few transactions of its own.
 */
import type { SavedRun } from '../../io/run-document.ts';
import { inTransaction, runConnection, snapshotsOf, type RunDatabase } from './database.ts';
import { listRuns, loadRun } from './load-run.ts';
import { entryRecord, readEntry } from './records.ts';
import { changedRun, type LoadedRun, type RunChange, type RunList } from './run-list.ts';
import { saveRun } from './save-run.ts';

/** Every method rejects with a StorageError, whose message is a sentence for the reader. */
export interface RunStore {
  /** Never reads weights; one damaged entry takes no other with it. */
  list(): Promise<RunList>;
  /** Keeps the stored name and pin of a run that is there already. */
  save(run: SavedRun): Promise<void>;
  /** The newest snapshot that is as it was written. */
  load(id: string): Promise<LoadedRun>;
  update(id: string, change: RunChange): Promise<void>;
  remove(id: string): Promise<void>;
}

/** Rejects with a StorageError where the browser gives no storage. */
export async function openRunStore(): Promise<RunStore> {
  const connection = runConnection();
  await connection();
  return {
    list: async () => listRuns(await connection()),
    save: async (run) => saveRun(await connection(), run),
    load: async (id) => loadRun(await connection(), id),
    update: async (id, change) => updateRun(await connection(), id, change),
    remove: async (id) => removeRun(await connection(), id),
  };
}

function updateRun(database: RunDatabase, id: string, change: RunChange): Promise<void> {
  return inTransaction(database, 'readwrite', async (transaction) => {
    const entries = transaction.objectStore('entries');
    const summary = readEntry(await entries.get(id));
    await entries.put(entryRecord(changedRun(summary, change)));
  });
}

function removeRun(database: RunDatabase, id: string): Promise<void> {
  return inTransaction(database, 'readwrite', async (transaction) => {
    await transaction.objectStore('entries').delete(id);
    await transaction.objectStore('snapshots').delete(snapshotsOf(id));
  });
}
