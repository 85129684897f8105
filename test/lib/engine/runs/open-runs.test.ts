/** Which store a page gets, what it says, and who hears of changes. */
import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { onRunsChanged } from '../../../../src/lib/engine/runs/changes.ts';
import { databaseName } from '../../../../src/lib/engine/runs/database.ts';
import { askToKeepRuns, openRuns } from '../../../../src/lib/engine/runs/open-runs.ts';
import { lockRun, newRunId } from '../../../../src/lib/engine/runs/run-lock.ts';
import { openRunStore } from '../../../../src/lib/engine/runs/store.ts';
import { savedRun } from '../../../saved-runs.ts';

beforeEach(() => deleteDB(databaseName));
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

const without = (name: string) => () => void vi.stubGlobal(name, undefined);
const kept = /A run is kept only as long as this page is open: export it to keep it\.$/;

const kinds: Record<string, () => void> = {
  'on the device': () => undefined,
  'in memory': without('indexedDB'),
};

for (const [kind, prepare] of Object.entries(kinds))
  describe(`runs ${kind}`, () => {
    beforeEach(prepare);

    test('are listed, changed, loaded and removed', async () => {
      const { store, warning } = await openRuns();
      expect(warning).toEqual(kind === 'in memory' ? expect.stringMatching(kept) : null);
      await store.save(savedRun(2));
      await store.save(savedRun(1, { id: 'two', pinned: true }));
      await store.update('one', { name: 'mine' });
      await store.save(savedRun(3));
      const { runs, damaged } = await store.list();
      expect(runs.map(({ id, name, step }) => [id, name, step])).toEqual([
        ['two', 'garments 1', 1],
        ['one', 'mine', 3],
      ]);
      expect(damaged).toEqual([]);
      expect(await store.load('one')).toEqual({ run: savedRun(3, { name: 'mine' }), note: null });
      await store.remove('one');
      await expect(store.load('one')).rejects.toThrow('Nothing of the run one is stored here.');
      await expect(store.update('one', { pinned: true })).rejects.toThrow(/^[A-Z].*\.$/);
    });

    test('are copies: what training does next does not reach them', async () => {
      const { store } = await openRuns();
      const run = savedRun(2);
      await store.save(run);
      run.state.first[0] = 99;
      (await store.load('one')).run.state.first[1] = 99;
      expect((await store.load('one')).run).toEqual(savedRun(2));
    });

    test('tell their listeners of every change', async () => {
      const { store } = await openRuns();
      const heard: string[] = [];
      const stop = onRunsChanged((id) => heard.push(id));
      await store.save(savedRun(1));
      await store.update('one', { pinned: true });
      await store.remove('one');
      await expect.poll(() => heard).toEqual(['one', 'one', 'one']);
      stop();
    });
  });

describe('storage that does not open', () => {
  const failing = (name: string) =>
    vi.spyOn(indexedDB, 'open').mockImplementation(() => {
      throw new DOMException('made by the test', name);
    });

  test('because it is denied gives runs in memory, and the reason', async () => {
    failing('SecurityError');
    const { store, warning } = await openRuns();
    expect(warning).toMatch(/^This browser does not let this page store anything/);
    await store.save(savedRun(1));
    expect((await store.load('one')).run).toEqual(savedRun(1));
  });

  test('at first is asked again at the next call', async () => {
    const store = await openRunStore();
    (await openDB(databaseName, 2)).close();
    const newer = { kind: 'unavailable', message: expect.stringContaining('newer version') };
    await expect(store.list()).rejects.toMatchObject(newer);
    await deleteDB(databaseName);
    expect(await store.list()).toEqual({ runs: [], damaged: [] });
  });

  test('because another tab holds an older version open says so', async () => {
    const other = await openDB(databaseName, 1);
    const open = indexedDB.open.bind(indexedDB);
    vi.spyOn(indexedDB, 'open').mockImplementation((name) => open(name, 2));
    await expect(openRunStore()).rejects.toThrow(/^Another tab holds .* Close it/);
    other.close();
  });
});

describe('what the browser may lack', () => {
  test('locks: then every one is granted, and says that it guards nothing', async () => {
    const request = () => Promise.reject(new DOMException('made by the test', 'SecurityError'));
    for (const navigator of [{}, { locks: { request } }]) {
      vi.stubGlobal('navigator', navigator);
      const locks = await Promise.all([lockRun('one'), lockRun('one')]);
      expect(locks.map((lock) => lock?.guarded)).toEqual([false, false]);
    }
  });

  test('a promise to keep what is stored', async () => {
    vi.stubGlobal('navigator', {});
    expect(await askToKeepRuns()).toBe(false);
    const persist = () => Promise.resolve(true);
    vi.stubGlobal('navigator', { storage: { persist } });
    expect(await askToKeepRuns()).toBe(true);
  });

  test('channels: nobody is told, and nothing fails', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    onRunsChanged(() => undefined)();
    const { store } = await openRuns();
    await store.save(savedRun(1));
    expect((await store.list()).runs).toHaveLength(1);
  });
});

test('a run’s id is 128 bits of its own', () => {
  const ids = Array.from({ length: 100 }, newRunId);
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
