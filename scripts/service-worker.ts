/**
 * Writes the built site's service worker, `sw.js`, with Workbox, and `offline.json`, which says how much it keeps.
 *
 * It keeps the book: pages, scripts, fonts, pictures, checkpoints, the search's index. It leaves out what is large (the data
 * sets, which a reader saves by a press) and what is no part of the book. Every address is relative to the worker's own, so
 * that a base path changes nothing.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { generateSW, getManifest, type GenerateSWOptions } from 'workbox-build';
import { dataCache } from '../src/components/offline/names.ts';

/** Bytes, uncompressed, that a first visit may keep on a reader's device. */
export const keptLimit = 5_000_000;

/** What `offline.json` says. */
export interface Kept {
  files: number;
  /** Uncompressed. */
  bytes: number;
}

const patterns = {
  globPatterns: [
    '**/*.{html,css,js,json,woff2,svg,png,webp,webmanifest,safetensors}',
    'pagefind/**/*',
    'licences.txt',
    'data/fashion-mnist/dozen.shard',
  ],
  globIgnores: ['404.html', 'embed/**', 'gallery/**', 'social/**', 'sw.js', 'offline.json'],
  // Astro puts a hash into these names; every other file gets a revision.
  dontCacheBustURLsMatching: /^_astro\/.+[.-][\w-]{8}\.\w+$/,
  maximumFileSizeToCacheInBytes: 1_000_000,
};

/** How Workbox writes the worker of the site in `folder`. */
export function workerOptions(folder: string): GenerateSWOptions {
  return {
    ...patterns,
    globDirectory: folder,
    globIgnores: patterns.globIgnores.filter((name) => name !== 'offline.json'),
    swDest: join(folder, 'sw.js'),
    inlineWorkboxRuntime: true,
    sourcemap: false,
    // A new version waits until the reader asks for it, and no page changes its version while it is open.
    skipWaiting: false,
    clientsClaim: false,
    cleanupOutdatedCaches: true,
    // Settings in an address change what a page shows, not what is fetched.
    ignoreURLParametersMatching: [/./],
    runtimeCaching: [
      {
        urlPattern: ({ request }) => request.mode === 'navigate',
        handler: 'NetworkOnly',
        options: { precacheFallback: { fallbackURL: 'offline/index.html' } },
      },
      {
        urlPattern: /\.shard\?v=\w+$/,
        handler: 'CacheFirst',
        // Only the reader's press fills this cache.
        options: { cacheName: dataCache, plugins: [{ cacheWillUpdate: async () => null }] },
      },
    ],
  };
}

/** Writes both files. @throws Error when Workbox warns or the limit is passed, with both numbers. */
export async function writeServiceWorker(folder: string): Promise<Kept> {
  const { count, size, warnings } = await getManifest({ globDirectory: folder, ...patterns });
  refuse(warnings);
  const kept: Kept = { files: count + 1, bytes: size };
  if (kept.bytes > keptLimit)
    throw new Error(`${folder}: ${kept.bytes} bytes to keep offline, at most ${keptLimit}`);
  writeFileSync(join(folder, 'offline.json'), JSON.stringify(kept));
  refuse((await generateSW(workerOptions(folder))).warnings);
  return kept;
}

function refuse(warnings: string[]): void {
  if (warnings.length > 0) throw new Error(warnings.join('\n'));
}

/** What a written worker keeps: addresses relative to its own, and a revision where the name holds no hash. */
export function keptFiles(folder: string): { url: string; revision: string | null }[] {
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  const entries = worker.matchAll(/\{url:"([^"]+)",revision:(?:"(\w+)"|null)\}/g);
  return [...entries].map(([, url, revision]) => ({ url: url!, revision: revision ?? null }));
}
