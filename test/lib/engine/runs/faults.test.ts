/** A save that dies: at each of its requests, and at each end of a transaction, a whole run is left. */
import 'fake-indexeddb/auto';
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { databaseName } from '../../../../src/lib/engine/runs/database.ts';
import {
  snapshotRecord,
  type EntryRecord,
  type SnapshotRecord,
} from '../../../../src/lib/engine/runs/records.ts';
import { openRunStore, type RunStore } from '../../../../src/lib/engine/runs/store.ts';
import { savedRun } from '../../../saved-runs.ts';

const requests = ['get', 'getKey', 'getAllKeys', 'put', 'delete', 'openKeyCursor'] as const;

let store: RunStore;

beforeEach(async () => {
  await deleteDB(databaseName);
  store = await openRunStore();
  for (const step of [1, 2]) await store.save(savedRun(step));
});
afterEach(() => void vi.restoreAllMocks());

/** Calls `fault` in place of the request of this number, counted from 0; returns how many were made. */
function faultAt(number: number, fault: (table: IDBObjectStore) => void): () => number {
  let made = 0;
  for (const name of requests) {
    const original = IDBObjectStore.prototype[name] as (...args: unknown[]) => unknown;
    vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (
      this: IDBObjectStore,
      ...args: unknown[]
    ) {
      if (made++ === number) fault(this);
      return original.apply(this, args) as never;
    });
  }
  return () => made;
}

const aborted = (table: IDBObjectStore) => table.transaction.abort();
const thrown = (name: string) => () => {
  throw new DOMException('made by the test', name);
};

/** The run as a page opened afterwards finds it. */
async function reopened() {
  vi.restoreAllMocks();
  const later = await openRunStore();
  const { run, note } = await later.load('one');
  return { run, note, listed: (await later.list()).runs };
}

describe('a save', () => {
  test('makes a known number of requests', async () => {
    const made = faultAt(Infinity, aborted);
    await store.save(savedRun(3));
    expect(made()).toBe(9);
  });

  const faults = { aborted, thrown: thrown('UnknownError') };
  for (const [name, fault] of Object.entries(faults))
    for (let number = 0; number < 9; number++)
      test(`${name} at request ${number} leaves a whole run, and the next one succeeds`, async () => {
        faultAt(number, fault);
        await expect(store.save(savedRun(3))).rejects.toThrow(
          /The storage of this device|not stored/,
        );
        const { run, note, listed } = await reopened();
        expect(note).toBeNull();
        expect([savedRun(2), savedRun(3)]).toContainEqual(run);
        expect(listed).toEqual([run.summary]);
        await store.save(savedRun(4));
        expect((await reopened()).run).toEqual(savedRun(4));
      });

  test('that finds the device full says so, and keeps what was there', async () => {
    faultAt(3, thrown('QuotaExceededError'));
    await expect(store.save(savedRun(3))).rejects.toMatchObject({
      kind: 'full',
      message: expect.stringContaining('No room is left on this device'),
    });
    expect((await reopened()).run).toEqual(savedRun(2));
  });

  const older = snapshotRecord(savedRun(1), 1);
  const wrongly: [what: string, change: (record: SnapshotRecord) => SnapshotRecord][] = [
    ['with a bit changed', (record) => ({ ...record, bytes: record.bytes.with(-1, 1) })],
    ['as another state', (record) => ({ ...older, number: record.number })],
  ];
  test.each(wrongly)('takes back what was stored %s', async (_what, change) => {
    const put = IDBObjectStore.prototype.put;
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      value: SnapshotRecord | EntryRecord,
    ) {
      return put.call(this, 'bytes' in value ? change(value) : value);
    });
    await expect(store.save(savedRun(3))).rejects.toMatchObject({
      kind: 'damaged',
      message:
        'Step 3 of “garments 1” was not stored as it was written: what was saved before is kept.',
    });
    const { run, note, listed } = await reopened();
    expect(run).toEqual(savedRun(2));
    expect(note).toBeNull();
    expect(listed).toEqual([run.summary]);
  });

  test('that seems to succeed but stores nothing is found out', async () => {
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (this: IDBObjectStore) {
      return this.count() as IDBRequest<IDBValidKey>;
    });
    await expect(store.save(savedRun(3))).rejects.toMatchObject({ kind: 'damaged' });
    expect((await reopened()).run).toEqual(savedRun(2));
  });
});
