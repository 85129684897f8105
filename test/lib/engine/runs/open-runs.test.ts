/** Which store a page gets, what it says, and who hears of changes. */
import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { onRunsChanged } from '../../../../src/lib/engine/runs/changes.ts';
import { databaseName } from '../../../../src/lib/engine/runs/database.ts';
import {
  askToKeepRuns,
  openRuns,
  type OpenRuns,
} from '../../../../src/lib/engine/runs/open-runs.ts';
import { lockRun, newRunId } from '../../../../src/lib/engine/runs/run-lock.ts';
import { openRunStore } from '../../../../src/lib/engine/runs/store.ts';
import { savedRun } from '../../../saved-runs.ts';

/** Every channel ends with its test: runs in memory would be found by the next one. */
const channels: BroadcastChannel[] = [];
const { BroadcastChannel: RealChannel } = globalThis;

beforeEach(async () => {
  vi.stubGlobal(
    'BroadcastChannel',
    class extends RealChannel {
      constructor(name: string) {
        super(name);
        channels.push(this);
      }
    },
  );
  await deleteDB(databaseName);
});
afterEach(() => {
  for (const channel of channels.splice(0)) channel.close();
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

describe('runs in memory, in a page and its worker', () => {
  beforeEach(kinds['in memory']);
  const listed = async ({ store }: OpenRuns) =>
    (await store.list()).runs.map(({ name, step }) => [name, step]);

  test('are the same: what one saves, changes or removes', async () => {
    const [page, worker] = await Promise.all([openRuns(), openRuns()]);
    await worker.store.save(savedRun(1));
    await worker.store.save(savedRun(2));
    await expect.poll(() => listed(page)).toEqual([['garments 1', 2]]);
    expect((await page.store.load('one')).run).toEqual(savedRun(2));
    await page.store.update('one', { name: 'mine' });
    await expect.poll(() => listed(worker)).toEqual([['mine', 2]]);
    await worker.store.save(savedRun(3));
    await expect.poll(() => listed(page)).toEqual([['mine', 3]]);
    await page.store.remove('one');
    await expect.poll(() => listed(worker)).toEqual([]);
  });

  test('are found by a worker that comes later, before it looks', async () => {
    const page = await openRuns();
    await page.store.save(savedRun(5));
    await page.store.save(savedRun(1, { id: 'two', name: 'garments 2' }));
    const fresh = await openRuns();
    expect(await listed(fresh)).toEqual([
      ['garments 1', 5],
      ['garments 2', 1],
    ]);
    expect((await fresh.store.load('one')).run).toEqual(savedRun(5));
  });

  test('are told to those who list them once they are there', async () => {
    const [page, worker] = await Promise.all([openRuns(), openRuns()]);
    const seen: unknown[] = [];
    onRunsChanged(async () => void seen.push(...(await listed(page))));
    await worker.store.save(savedRun(4));
    await expect.poll(() => seen.at(-1)).toEqual(['garments 1', 4]);
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

  const channelless = {
    'has none': undefined,
    'refuses them': class {
      constructor() {
        throw new DOMException('made by the test', 'SecurityError');
      }
    },
  };
  for (const [how, BroadcastChannel] of Object.entries(channelless))
    test(`channels: where the browser ${how} nobody is told, and nothing fails`, async () => {
      for (const indexedDB of [globalThis.indexedDB, undefined]) {
        vi.stubGlobal('indexedDB', indexedDB);
        vi.stubGlobal('BroadcastChannel', BroadcastChannel);
        onRunsChanged(() => undefined)();
        const { store } = await openRuns();
        await store.save(savedRun(1));
        expect((await store.list()).runs).toHaveLength(1);
      }
    });
});

test('a run’s id is 128 bits of its own', () => {
  const ids = Array.from({ length: 100 }, newRunId);
  expect(new Set(ids).size).toBe(100);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});
