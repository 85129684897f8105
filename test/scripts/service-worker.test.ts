/** Workbox writes the worker of two versions of a made-up site: what it keeps, and that no file of one passes for the other's. */
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { keptFiles, keptLimit, writeServiceWorker } from '../../scripts/service-worker.ts';

const files = {
  'index.html': 'home',
  'offline/index.html': 'offline',
  'symbols.json': '[]',
  'licences.txt': 'MIT',
  '_astro/page.AAAAAAAA.js': 'page',
  '_astro/worker-BBBBBBBB.js': 'worker',
  '_astro/no-hash.js': 'plain',
  'checkpoints/shapes.safetensors': 'weights',
  'data/fashion-mnist/manifest.json': '{}',
  'data/fashion-mnist/dozen.shard': 'dozen',
  'data/fashion-mnist/train-0.shard': 'large',
  'pagefind/fragment/en_1.pf_fragment': 'words',
  'pagefind/wasm.en-gb.pagefind': 'wasm',
  '404.html': 'no page',
  'gallery/index.html': 'gallery',
  'embed/heads/index.html': 'embed',
  'social/home.png': 'card',
  'rss.xml': 'feed',
};
const left = ['404.html', 'gallery/', 'embed/', 'social/', 'rss.xml', 'train-0.shard'];

function site(changes: Partial<Record<keyof typeof files, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'site-'));
  for (const [name, text] of Object.entries({ ...files, ...changes })) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

const old = site();
const fresh = site({ 'index.html': 'new home', 'symbols.json': '[1]' });

beforeAll(async () => {
  for (const folder of [old, fresh]) await writeServiceWorker(folder);
}, 60_000);

test('what a reader needs is kept, by addresses relative to the worker’s own', () => {
  const kept = keptFiles(old).map(({ url }) => url);
  const wanted = Object.keys(files).filter((name) => !left.some((part) => name.includes(part)));
  expect(kept.sort()).toEqual([...wanted, 'offline.json'].sort());
});

test('each file is told from its other versions by a hash in its name, or by a revision', () => {
  for (const { url, revision } of keptFiles(old))
    expect(revision === null, url).toBe(/[.-][A-Z]{8}\.js$/.test(url));
});

test('of two versions, just the files that differ have other revisions', () => {
  const before = new Map(keptFiles(old).map(({ url, revision }) => [url, revision]));
  const changed = keptFiles(fresh).filter(({ url, revision }) => before.get(url) !== revision);
  expect(changed.map(({ url }) => url).sort()).toEqual(
    ['index.html', 'offline.json', 'symbols.json'].sort(),
  );
});

test('a new version waits: it is told to go on by a message only, and takes no page over', () => {
  const worker = readFileSync(join(old, 'sw.js'), 'utf8');
  expect(worker).toContain('SKIP_WAITING');
  expect(worker.match(/self\.skipWaiting\(\)/g)).toHaveLength(1);
  expect(worker).not.toContain('clients.claim');
});

test('offline.json says how much is kept', () => {
  const { files: count, bytes } = JSON.parse(readFileSync(join(old, 'offline.json'), 'utf8'));
  expect(count).toBe(keptFiles(old).length);
  const sum = keptFiles(old)
    .filter(({ url }) => url !== 'offline.json')
    .reduce((total, { url }) => total + readFileSync(join(old, url)).length, 0);
  expect(bytes).toBe(sum);
});

test('more than the limit is refused with both numbers', async () => {
  const pages = Object.fromEntries(
    Array.from({ length: 6 }, (_, i) => [`${i}.html`, 'x'.repeat(900_000)]),
  );
  await expect(writeServiceWorker(site(pages))).rejects.toThrow(
    new RegExp(`54000\\d\\d bytes to keep offline, at most ${keptLimit}`),
  );
});
