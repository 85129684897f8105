import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openDrawingsStore, type DrawingsStore } from '../../../src/lib/engine/drawings-store.ts';

const pixels = (value: number) => new Uint8Array(784).fill(value);
const opened: DrawingsStore[] = [];

async function open(): Promise<DrawingsStore> {
  const store = await openDrawingsStore();
  opened.push(store);
  return store;
}

beforeEach(() => vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => {
  for (const store of opened.splice(0)) store.close();
  vi.unstubAllGlobals();
});

const refused = () => vi.stubGlobal('indexedDB', undefined);

describe.each([
  { where: 'on the device', begin: () => undefined },
  { where: 'in memory', begin: refused },
])('drawings $where', ({ begin }) => {
  beforeEach(begin);

  test('are added, relabelled, removed and cleared', async () => {
    const store = await open();
    const cat = await store.add(' cat ', pixels(1));
    const bee = await store.add('bee', pixels(2));
    expect(bee.id).toBeGreaterThan(cat.id);
    expect(await store.list()).toEqual({
      drawings: [
        { id: cat.id, label: 'cat', pixels: pixels(1) },
        { id: bee.id, label: 'bee', pixels: pixels(2) },
      ],
    });
    await store.relabel(cat.id, 'tiger');
    expect((await store.list()).drawings.map(({ label }) => label)).toEqual(['tiger', 'bee']);
    await store.remove(cat.id);
    await store.relabel(cat.id, 'ghost');
    expect((await store.list()).drawings).toEqual([bee]);
    await store.clear();
    expect((await store.list()).drawings).toEqual([]);
  });

  test('are told of after each change, until one stops watching', async () => {
    const store = await open();
    let told = 0;
    const stop = store.watch(() => told++);
    const { id } = await store.add('cat', pixels(1));
    await store.relabel(id, 'tiger');
    await store.remove(id);
    await store.clear();
    expect(told).toBe(4);
    stop();
    await store.add('cat', pixels(1));
    expect(told).toBe(4);
  });

  test('with an impossible label or size are refused with the numbers', async () => {
    const store = await open();
    await expect(store.add('  ', pixels(1))).rejects.toThrow('a label of 0 characters');
    await expect(store.add('c'.repeat(41), pixels(1))).rejects.toThrow('41 characters, expected 1 to 40'); // prettier-ignore
    await expect(store.add('cat', new Uint8Array(9))).rejects.toThrow('9 pixels, expected 784');
    expect((await store.list()).drawings).toEqual([]);
  });
});

test('drawings are there when the store is opened again, and their numbers go on', async () => {
  const first = await open();
  const { id } = await first.add('cat', pixels(1));
  await first.remove(id);
  const kept = await first.add('bee', pixels(2));
  first.close();
  const again = await open();
  expect(again.notKept).toBeNull();
  expect((await again.list()).drawings).toEqual([kept]);
  expect((await again.add('cat', pixels(3))).id).toBeGreaterThan(kept.id);
});

test('a change in another tab is told of', async () => {
  const [here, there] = [await open(), await open()];
  const told = new Promise<number>((resolve) =>
    here.watch(() => void here.list().then(({ drawings }) => resolve(drawings.length))),
  );
  await there.add('cat', pixels(1));
  expect(await told).toBe(1);
});

describe('where storage is refused', () => {
  beforeEach(refused);

  test('a sentence says so', async () => {
    expect((await open()).notKept).toMatch(/^This browser keeps no data .*\.$/);
  });

  const labels = async (store: DrawingsStore) =>
    (await store.list()).drawings.map(({ label }) => label);

  test('the page, its worker and other tabs have the same drawings', async () => {
    const [here, there] = [await open(), await open()];
    const told = new Promise<void>((resolve) => there.watch(resolve));
    const cat = await here.add('cat', pixels(1));
    await told;
    expect(await there.list()).toEqual({ drawings: [cat] });
    await there.add('bee', pixels(2));
    await expect.poll(() => labels(here)).toEqual(['cat', 'bee']);
    await here.relabel(cat.id, 'tiger');
    await expect.poll(() => labels(there)).toEqual(['tiger', 'bee']);
    await there.clear();
    await expect.poll(() => labels(here)).toEqual([]);
  });

  test('one that is opened later has them too, and gives the next number', async () => {
    const first = await open();
    const cat = await first.add('cat', pixels(1));
    const later = await open();
    expect(await later.list()).toEqual({ drawings: [cat] });
    expect((await later.add('bee', pixels(2))).id).toBe(cat.id + 1);
  });

  test('and channels too, each has its own', async () => {
    vi.stubGlobal('BroadcastChannel', undefined);
    const [here, there] = [await open(), await open()];
    await here.add('cat', pixels(1));
    expect(await labels(here)).toEqual(['cat']);
    expect(await labels(there)).toEqual([]);
  });
});
