import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  dataGroups,
  removeAllBut,
  savedBytes,
  saveFiles,
} from '../../../src/components/offline/saved-data.ts';
import { failureWords, savedWords } from '../../../src/components/offline/words.ts';
import { dataCache } from '../../../src/components/offline/names.ts';
import type { DatasetManifest, ShardEntry } from '../../../src/lib/training/dataset.ts';
import { defaultSettings } from '../../../src/lib/training/settings.ts';

const folder = '/book/data/fashion-mnist/';
const manifest = JSON.parse(
  readFileSync('public/data/fashion-mnist/manifest.json', 'utf8'),
) as DatasetManifest;
const [first, rest] = dataGroups(manifest, defaultSettings.trainImages);
const small = manifest.parts.test.slice(1, 4);
const bytesOf = (files: ShardEntry[]) => files.reduce((sum, { bytes }) => sum + bytes, 0);

/** A cache of the browser, in memory. */
function fakeCaches() {
  const kept = new Map<string, Response>();
  const cache = {
    keys: async () => [...kept.keys()].map((url) => ({ url })),
    match: async (url: string) => kept.get(url),
    put: async (url: string, response: Response) => void kept.set(url, response),
    delete: async ({ url }: { url: string }) => kept.delete(url),
  };
  const open = vi.fn(async () => cache);
  return { kept, cache, open };
}

let storage: ReturnType<typeof fakeCaches>;
let asked: string[];

beforeEach(() => {
  storage = fakeCaches();
  asked = [];
  vi.stubGlobal('caches', { open: storage.open });
  vi.stubGlobal('location', { href: 'https://example.org/book/offline/' });
  vi.stubGlobal('fetch', async (url: string) => {
    asked.push(url);
    const name = new URL(url).pathname.replace('/book/', '');
    return new Response(readFileSync(`public/${name}`));
  });
});
afterEach(() => vi.unstubAllGlobals());

const signal = () => new AbortController().signal;
const save = (files: ShardEntry[]) => saveFiles(folder, files, () => undefined, signal());

describe('the groups', () => {
  test('are all that the lab’s first training asks for, and the other training pictures', () => {
    expect(first.pictures).toBe(defaultSettings.trainImages);
    expect(first.files.map(({ file }) => file)).toEqual([
      ...Array.from({ length: 8 }, (_, i) => `train-${i}.shard`),
      'validation-0.shard',
      ...Array.from({ length: 5 }, (_, i) => `test-${i}.shard`),
    ]);
  });

  test('hold every file of the data set once', () => {
    const all = Object.values(manifest.parts).flat();
    expect(new Set([...first.files, ...rest.files])).toEqual(new Set(all));
    expect(first.bytes + rest.bytes).toBe(bytesOf(all));
  });
});

describe('saving', () => {
  test('keeps each file under the address that the engine asks for, and says how far it is', async () => {
    const told: number[] = [];
    await saveFiles(folder, small, (bytes) => told.push(bytes), signal());
    expect(storage.open).toHaveBeenCalledWith(dataCache);
    expect([...storage.kept.keys()]).toEqual(
      small.map(
        ({ file, sha256 }) => `https://example.org${folder}${file}?v=${sha256!.slice(0, 8)}`,
      ),
    );
    expect(told).toEqual(small.map((_, i) => bytesOf(small.slice(0, i + 1))));
    const [kept] = storage.kept.values();
    expect((await kept!.clone().arrayBuffer()).byteLength).toBe(small[0]!.bytes);
    expect(await savedBytes(folder, small)).toBe(bytesOf(small));
  });

  test('goes on where it was stopped', async () => {
    await save(small.slice(0, 2));
    await save(small);
    expect(asked).toHaveLength(small.length);
  });

  test('refuses a file that is not the manifest’s, and keeps what came before', async () => {
    const [good, other] = small;
    const wrong = { ...good!, sha256: other!.sha256 };
    await expect(save([other!, wrong])).rejects.toThrow('is not the file that this page knows');
    expect(storage.kept.size).toBe(1);
  });

  test('stops at once, and says that what had arrived is kept', async () => {
    const controller = new AbortController();
    const stopped = saveFiles(folder, small, () => controller.abort(), controller.signal);
    const error = await stopped.catch((reason: unknown) => reason);
    expect(failureWords(error)).toBe('Stopped; what had arrived is kept.');
    expect(storage.kept.size).toBe(1);
  });

  test('tells in words that no room is left', async () => {
    storage.cache.put = () => Promise.reject(new DOMException('', 'QuotaExceededError'));
    const error = await save(small).catch((reason: unknown) => reason);
    expect(failureWords(error)).toBe('No room is left on this device; what had arrived is kept.');
  });

  test('without a network names the file', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(save(small)).rejects.toThrow('test-1.shard did not arrive: is the network there?');
  });
});

test('removing leaves what is still wanted, and takes what an older version saved', async () => {
  await save(small);
  storage.kept.set(`https://example.org${folder}train-0.shard?v=00000000`, new Response());
  await removeAllBut(folder, small.slice(1));
  expect(await savedBytes(folder, small)).toBe(bytesOf(small.slice(1)));
  expect(storage.kept.size).toBe(small.length - 1);
});

test.each([
  [0, 'Not saved.'],
  [1_500_000, '1.5 MB of 6.0 MB saved.'],
  [6_000_000, 'Saved.'],
])('%i bytes of six million: %s', (saved, words) => {
  expect(savedWords(saved, 6_000_000)).toBe(words);
});
