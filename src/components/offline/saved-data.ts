/** Data sets that the reader has saved on this device, in a cache that the service worker reads. */
import { checkedShard, shardAddress } from '../../lib/engine/shard-file.ts';
import type { DatasetManifest, ShardEntry } from '../../lib/training/dataset.ts';
import { dataCache } from './names.ts';

/** Files that are saved together. */
export interface DataGroup {
  id: 'first' | 'rest';
  /** Training pictures in it. */
  pictures: number;
  files: ShardEntry[];
  /** Compressed, as they are fetched and kept. */
  bytes: number;
}

/**
 * The files of a data set in two groups: all that training on its first `wanted` pictures asks for, and the other training
 * pictures.
 */
export function dataGroups({ parts }: DatasetManifest, wanted: number): [DataGroup, DataGroup] {
  let count = 0;
  const split = parts.train.findIndex((entry) => (count += entry.count) >= wanted) + 1;
  const first = parts.train.slice(0, split);
  return [
    group('first', first, [...parts.validation, ...parts.test]),
    group('rest', parts.train.slice(split)),
  ];
}

function group(id: DataGroup['id'], train: ShardEntry[], others: ShardEntry[] = []): DataGroup {
  const files = [...train, ...others];
  return { id, pictures: sum(train, 'count'), files, bytes: sum(files, 'bytes') };
}

const sum = (entries: ShardEntry[], key: 'count' | 'bytes'): number =>
  entries.reduce((total, entry) => total + entry[key], 0);

/** Bytes of these files that lie on the device. */
export async function savedBytes(folderUrl: string, files: ShardEntry[]): Promise<number> {
  const cache = await caches.open(dataCache);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  return sum(
    files.filter((entry) => kept.has(absolute(folderUrl, entry))),
    'bytes',
  );
}

/**
 * Saves those that are not here yet, one after the other, each compared with the manifest before it is kept.
 *
 * @throws Error in a sentence when one does not arrive or is another file, DOMException when there is no room or `signal` stops it.
 */
export async function saveFiles(
  folderUrl: string,
  files: ShardEntry[],
  onProgress: (bytes: number) => void,
  signal: AbortSignal,
): Promise<void> {
  const cache = await caches.open(dataCache);
  let bytes = 0;
  for (const entry of files) {
    const address = absolute(folderUrl, entry);
    if (!(await cache.match(address))) await saveFile(cache, address, entry, signal);
    bytes += entry.bytes;
    onProgress(bytes);
  }
}

async function saveFile(
  cache: Cache,
  address: string,
  entry: ShardEntry,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(address, { signal }).catch((error: unknown) => {
    signal.throwIfAborted();
    throw new Error(`${entry.file} did not arrive: is the network there?`, { cause: error });
  });
  if (!response.ok) throw new Error(`${entry.file}: the server answered ${response.status}`);
  const { headers } = response;
  const bytes = await checkedShard(response, entry);
  signal.throwIfAborted();
  const type = headers.get('content-type') ?? 'application/octet-stream';
  await cache.put(address, new Response(bytes, { headers: { 'content-type': type } }));
}

/** Takes everything saved away that is not among `kept`: also what an older version of the site saved. */
export async function removeAllBut(folderUrl: string, kept: ShardEntry[]): Promise<void> {
  const cache = await caches.open(dataCache);
  const wanted = new Set(kept.map((entry) => absolute(folderUrl, entry)));
  const gone = (await cache.keys()).filter(({ url }) => !wanted.has(url));
  await Promise.all(gone.map((request) => cache.delete(request)));
}

const absolute = (folderUrl: string, entry: ShardEntry): string =>
  new URL(shardAddress(folderUrl, entry), location.href).href;
