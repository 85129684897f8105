/** The database of runs, and transactions on it whose failures are StorageErrors. */
import {
  openDB,
  type DBSchema,
  type IDBPDatabase,
  type IDBPTransaction,
  type StoreNames,
} from 'idb';
import type { EntryRecord, SnapshotRecord } from './records.ts';
import { blockedStorage, missingStorage, storageError } from './storage-error.ts';

export const databaseName = 'four-equations-runs';

export interface RunSchema extends DBSchema {
  entries: { key: string; value: EntryRecord };
  /** By run, then by number. */
  snapshots: { key: [id: string, number: number]; value: SnapshotRecord };
}

export type RunDatabase = IDBPDatabase<RunSchema>;

/** A transaction on both tables. */
export type RunTransaction<Mode extends IDBTransactionMode> = IDBPTransaction<
  RunSchema,
  StoreNames<RunSchema>[],
  Mode
>;

/**
 * The connection, opened at the first call and again after the browser or another tab has closed it. Rejects with a
 * StorageError.
 */
export function runConnection(): () => Promise<RunDatabase> {
  let current: Promise<RunDatabase> | null = null;
  const forget = () => {
    current = null;
  };
  return async () => {
    current ??= openedOnce(forget);
    try {
      return await current;
    } catch (cause) {
      forget();
      throw storageError(cause);
    }
  };
}

async function openedOnce(forget: () => void): Promise<RunDatabase> {
  if (typeof indexedDB === 'undefined') throw missingStorage();
  return await new Promise((resolve, reject) => {
    const opening = openDB<RunSchema>(databaseName, 1, {
      upgrade(database) {
        database.createObjectStore('entries', { keyPath: 'id' });
        database.createObjectStore('snapshots', { keyPath: ['id', 'number'] });
      },
      blocked: () => reject(blockedStorage()),
      // A newer page wants to change the tables: it may.
      blocking(_current, _wanted, event) {
        forget();
        (event.target as IDBDatabase).close();
      },
      terminated: forget,
    });
    opening.then(resolve, reject);
  });
}

/** What `work` returns once all of it is on the device; where anything fails, nothing of it is. */
export async function inTransaction<Result, Mode extends 'readonly' | 'readwrite'>(
  database: RunDatabase,
  mode: Mode,
  work: (transaction: RunTransaction<Mode>) => Promise<Result>,
): Promise<Result> {
  try {
    const transaction = database.transaction<StoreNames<RunSchema>[], Mode>(
      ['entries', 'snapshots'],
      mode,
      { durability: 'strict' },
    );
    return await finished(transaction, work);
  } catch (cause) {
    throw storageError(cause);
  }
}

async function finished<Result, Mode extends IDBTransactionMode>(
  transaction: RunTransaction<Mode>,
  work: (transaction: RunTransaction<Mode>) => Promise<Result>,
): Promise<Result> {
  const end = transaction.done.then(
    () => null,
    (cause: unknown) => ({ cause }),
  );
  try {
    const result = await work(transaction);
    const failure = await end;
    if (failure) throw failure.cause;
    return result;
  } catch (cause) {
    abort(transaction);
    await end;
    throw transaction.error ?? cause;
  }
}

function abort(transaction: RunTransaction<IDBTransactionMode>): void {
  try {
    transaction.abort();
  } catch {
    // It has ended by itself.
  }
}

/** The keys of a run's snapshots. */
export const snapshotsOf = (id: string) => IDBKeyRange.bound([id, 0], [id, Infinity]);
