/** The store of runs, on IndexedDB as fake-indexeddb has it. */
import 'fake-indexeddb/auto';
import { readdirSync, readFileSync } from 'node:fs';
import { deleteDB, openDB } from 'idb';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { databaseName } from '../../../../src/lib/engine/runs/database.ts';
import { decodeRun, encodeRun } from '../../../../src/lib/engine/runs/run-bytes.ts';
import { openRunStore, type RunStore } from '../../../../src/lib/engine/runs/store.ts';
import type { SavedRun } from '../../../../src/lib/io/run-document.ts';
import { runs } from '../../cases.ts';
import { savedRun } from '../../../saved-runs.ts';

let store: RunStore;

beforeEach(async () => {
  await deleteDB(databaseName);
  store = await openRunStore();
});
afterEach(() => void vi.restoreAllMocks());

/** The database itself, for a look or for damage. */
async function inside<Result>(work: (db: Awaited<ReturnType<typeof openDB>>) => Promise<Result>) {
  const database = await openDB(databaseName);
  try {
    return await work(database);
  } finally {
    database.close();
  }
}

const keys = () => inside((database) => database.getAllKeys('snapshots'));

async function damage(id: string, number: number) {
  await inside(async (database) => {
    const record = await database.get('snapshots', [id, number]);
    record.bytes[record.bytes.length - 1] ^= 1;
    await database.put('snapshots', record);
  });
}

describe('a saved run', () => {
  test('is loaded as it was', async () => {
    await store.save(savedRun(5));
    expect(await store.load('one')).toEqual({ run: savedRun(5), note: null });
    expect(await (await openRunStore()).load('one')).toEqual({ run: savedRun(5), note: null });
  });

  test('keeps its two newest snapshots', async () => {
    for (const step of [1, 2, 3, 4]) await store.save(savedRun(step));
    await store.save(savedRun(1, { id: 'another' }));
    expect(await keys()).toEqual([
      ['another', 1],
      ['one', 3],
      ['one', 4],
    ]);
  });

  test('falls back to the snapshot before a damaged one, and says so', async () => {
    for (const step of [1, 2, 3]) await store.save(savedRun(step));
    await damage('one', 3);
    expect(await store.load('one')).toEqual({
      run: savedRun(2),
      note: 'The last saved state is damaged: this is the one before, of step 2.',
    });
    await store.save(savedRun(4));
    expect(await keys()).toEqual([
      ['one', 2],
      ['one', 4],
    ]);
  });

  test('is refused in a sentence when no snapshot holds', async () => {
    for (const step of [1, 2]) await store.save(savedRun(step));
    await damage('one', 1);
    await damage('one', 2);
    await expect(store.load('one')).rejects.toThrow(
      'None of the 2 saved states of “garments 1” is as it was written: the run cannot be opened.',
    );
    await expect(store.load('two')).rejects.toThrow('Nothing of the run two is stored here.');
  });

  test('keeps the name and the pin that the reader gave it meanwhile', async () => {
    await store.save(savedRun(1));
    await store.update('one', { name: 'my run', pinned: true });
    await store.save(savedRun(2));
    const { run } = await store.load('one');
    expect(run).toEqual(savedRun(2, { name: 'my run', pinned: true }));
    expect((await store.list()).runs).toEqual([run.summary]);
  });

  test('goes, with its snapshots, when it is removed', async () => {
    await store.save(savedRun(1));
    await store.save(savedRun(1, { id: 'another' }));
    await store.remove('one');
    expect((await store.list()).runs.map(({ id }) => id)).toEqual(['another']);
    expect(await keys()).toEqual([['another', 1]]);
  });
});

describe('the list', () => {
  test('has pinned runs first, then the newest', async () => {
    for (const [id, step] of [['a', 1], ['b', 3], ['c', 2]] as const) await store.save(savedRun(step, { id })); // prettier-ignore
    await store.update('a', { pinned: true });
    expect((await store.list()).runs.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  });

  test('reads no weights', async () => {
    await store.save(savedRun(1));
    const read = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    const get = vi.spyOn(IDBObjectStore.prototype, 'get');
    await store.list();
    expect(read.mock.contexts.map((table) => (table as IDBObjectStore).name)).toEqual(['entries']);
    expect(get).not.toHaveBeenCalled();
  });

  test('puts damaged entries apart, and what is newer than this page', async () => {
    for (const id of ['a', 'b', 'c', 'd', 'e']) await store.save(savedRun(1, { id }));
    await inside(async (database) => {
      const entry = await database.get('entries', 'a');
      await database.put('entries', { ...entry, summary: { ...entry.summary, step: -1 } });
      await database.put('entries', { ...(await database.get('entries', 'b')), formatVersion: 2 });
      await database.delete('entries', 'c');
      await database.delete('snapshots', ['d', 1]);
    });
    const { runs, damaged } = await store.list();
    expect(runs.map(({ id }) => id)).toEqual(['e']);
    expect(damaged).toEqual([
      { id: 'a', reason: 'Its entry cannot be read: step.' },
      {
        id: 'b',
        reason:
          'This run was made by a newer version of this site (format 2; this page knows up to 1).',
      },
      { id: 'd', reason: 'Nothing of “garments 1” is stored.' },
      { id: 'c', reason: 'Its entry is missing.' },
    ]);
    expect((await store.load('a')).run).toEqual(savedRun(1, { id: 'a' }));
  });
});

describe('a run’s bytes', () => {
  const float = fc.integer({ min: 0, max: 2 ** 32 - 1 }).map(quiet);
  const floats = fc.array(float, { maxLength: 8 }).map((bits) => new Float32Array(Uint32Array.from(bits).buffer)); // prettier-ignore
  const arrays = fc
    .uniqueArray(fc.tuple(fc.string(), floats), { maxLength: 4, selector: ([name]) => name })
    .map((list) => list.map(([name, values]) => ({ name, shape: [values.length], values })));
  const number = fc.double();
  const run: fc.Arbitrary<SavedRun> = fc
    .record({
      name: fc.string(),
      parameters: arrays,
      bestParameters: fc.option(arrays),
      vectors: fc.tuple(floats, floats, floats, floats),
      evaluation: fc.record({ step: fc.nat(), loss: number, accuracy: number }),
    })
    .map(({ name, parameters, bestParameters, vectors, evaluation }) => {
      const { summary, state } = savedRun(1, { name, evaluations: [evaluation], test: evaluation });
      const [first, second, losses, accuracies] = vectors;
      const best = bestParameters && { step: 9, parameters: bestParameters };
      return { summary, state: { ...state, parameters, first, second, losses, accuracies, best } };
    });

  test('give back every bit of every run', () => {
    fc.assert(
      fc.property(run, (saved) => {
        const back = decodeRun(encodeRun(saved), 1);
        expect(back).toEqual(saved);
        expect(bitsOf(back)).toEqual(bitsOf(saved));
      }),
      runs,
    );
  });
});

/** A signalling NaN as the quiet one that it becomes. */
const quiet = (bits: number) =>
  (bits & 0x7f800000) === 0x7f800000 && bits & 0x7fffff ? (bits | 0x400000) >>> 0 : bits;

/** The bits of every array of a run, in their order. */
function bitsOf({ state }: SavedRun): number[][] {
  const { parameters, best, first, second, losses, accuracies } = state;
  const named = [...parameters, ...(best?.parameters ?? [])].map(({ values }) => values);
  return [...named, first, second, losses, accuracies].map((values) => [
    ...new Uint32Array(values.buffer, values.byteOffset, values.length),
  ]);
}

describe('a run that was stored by another version of this site', () => {
  test('is refused when it is newer, even if an older state is there', async () => {
    for (const step of [1, 2]) await store.save(savedRun(step));
    await inside(async (database) => {
      const record = await database.get('snapshots', ['one', 2]);
      await database.put('snapshots', { ...record, formatVersion: 2 });
    });
    await expect(store.load('one')).rejects.toThrow(/^This run was made by a newer version/);
  });

  const versions = readdirSync('test/fixtures/runs').filter((file) => file.endsWith('.json'));
  test.each(versions)('opens: %s', async (file) => {
    const { stored, run } = JSON.parse(readFileSync(`test/fixtures/runs/${file}`, 'utf8'));
    await inside(async (database) => {
      await database.put('entries', stored.entry);
      const bytes = new Uint8Array(Buffer.from(stored.snapshot.bytes, 'base64'));
      await database.put('snapshots', { ...stored.snapshot, bytes });
    });
    const { runs: listed, damaged } = await store.list();
    expect({ listed, damaged }).toEqual({ listed: [run.summary], damaged: [] });
    const loaded = await store.load('one');
    const plain = (_key: string, value: unknown) => (value instanceof Float32Array ? [...value] : value); // prettier-ignore
    expect(loaded.note).toBeNull();
    expect(JSON.parse(JSON.stringify(loaded.run, plain))).toEqual(run);
  });
});
