/** Stored runs on the browser's own IndexedDB, locks and channels, with a worker as the other place. */
import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { offerOwnModel } from '../../src/components/reader/own-model.ts';
import { createRunsStore } from '../../src/components/widgets/lab/runs-store.ts';
import { onRunsChanged } from '../../src/lib/engine/runs/changes.ts';
import { databaseName } from '../../src/lib/engine/runs/database.ts';
import { openRuns } from '../../src/lib/engine/runs/open-runs.ts';
import { lockRun } from '../../src/lib/engine/runs/run-lock.ts';
import { openRunStore } from '../../src/lib/engine/runs/store.ts';
import { savedRun } from '../saved-runs.ts';

let worker: Worker | null = null;

beforeEach(() => deleteDB(databaseName));
afterEach(() => {
  vi.restoreAllMocks();
  worker?.terminate();
  worker = null;
});

/** One question to the worker, and its answer. */
function ask(question: 'lock' | 'release' | 'save', id: string): Promise<unknown> {
  worker ??= new Worker(new URL('./run-worker.ts', import.meta.url), { type: 'module' });
  const asked = worker;
  return new Promise((resolve, reject) => {
    asked.onmessage = ({ data }) => resolve(data);
    asked.onerror = ({ message }) => reject(new Error(message));
    asked.postMessage([question, id]);
  });
}

const put = IDBObjectStore.prototype.put;

/** Every write of a snapshot goes through `change` first. */
function onWrite(change: (bytes: Uint8Array) => Uint8Array) {
  vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
    this: IDBObjectStore,
    value: { bytes?: Uint8Array },
  ) {
    return put.call(this, value.bytes ? { ...value, bytes: change(value.bytes) } : value);
  });
}

describe('a stored run', () => {
  test('is there after the store is opened again', async () => {
    const { store, warning } = await openRuns();
    for (const step of [1, 2, 3]) await store.save(savedRun(step));
    expect(warning).toBeNull();
    const later = await openRunStore();
    expect(await later.load('one')).toEqual({ run: savedRun(3), note: null });
    expect((await later.list()).runs).toEqual([savedRun(3).summary]);
  });

  test('of the worker is told of, and read, in the page', async () => {
    const heard: string[] = [];
    const stop = onRunsChanged((id) => heard.push(id));
    await ask('save', 'of the worker');
    await expect.poll(() => heard).toEqual(['of the worker']);
    stop();
    const { run } = await (await openRunStore()).load('of the worker');
    expect(run).toEqual(savedRun(7, { id: 'of the worker' }));
  });

  test('stays when the device is full', async () => {
    const store = await openRunStore();
    await store.save(savedRun(1));
    onWrite(() => {
      throw new DOMException('made by the test', 'QuotaExceededError');
    });
    await expect(store.save(savedRun(2))).rejects.toMatchObject({ kind: 'full' });
    expect(await store.load('one')).toEqual({ run: savedRun(1), note: null });
    expect((await store.list()).runs).toEqual([savedRun(1).summary]);
  });

  test('stays when the next one is not stored as it was written', async () => {
    const store = await openRunStore();
    await store.save(savedRun(1));
    onWrite((bytes) => bytes.with(-1, bytes.at(-1)! ^ 1));
    await expect(store.save(savedRun(2))).rejects.toMatchObject({ kind: 'damaged' });
    expect(await store.load('one')).toEqual({ run: savedRun(1), note: null });
    expect((await store.list()).runs).toEqual([savedRun(1).summary]);
  });
});

describe('the lock of a run', () => {
  test('is held by one at a time, page or worker', async () => {
    const mine = await lockRun('one');
    expect(mine?.guarded).toBe(true);
    expect(await ask('lock', 'one')).toBe(false);
    mine?.release();
    await expect.poll(() => ask('lock', 'one')).toBe(true);
    expect(await lockRun('one')).toBeNull();
    const other = await lockRun('two');
    expect(other).not.toBeNull();
    other?.release();
  });

  test('keeps a run from being deleted while another holds it', async () => {
    const runs = createRunsStore();
    await ask('save', 'five');
    offerOwnModel({ run: 'five', name: 'garments 5', architecture: 'garments' });
    runs.start();
    await expect.poll(() => runs.list.value.runs.length).toBe(1);
    await ask('lock', 'five');
    runs.remove('five');
    await expect.poll(() => runs.problem.value).toContain('trained in another tab');
    expect(localStorage.getItem('reader')).toContain('five'); // still offered to the chapters
    expect((await (await openRunStore()).list()).runs).toHaveLength(1);
    await ask('release', 'five');
    runs.remove('five');
    await expect.poll(() => runs.list.value.runs).toEqual([]);
    await expect.poll(() => localStorage.getItem('reader')).not.toContain('five');
    runs.stop();
  });

  test('ends with the worker that held it', async () => {
    expect(await ask('lock', 'three')).toBe(true);
    worker?.terminate();
    await expect.poll(async () => (await lockRun('three'))?.guarded).toBe(true);
  });
});
