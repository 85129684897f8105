/** Fetches a data set's shards, one by one in the background, and checks each against the manifest. */
import {
  decodeShard,
  type DatasetManifest,
  type Images,
  type PartName,
  type ShardEntry,
} from '../training/dataset.ts';
import { checkedShard, shardAddress } from './shard-file.ts';

export interface DatasetLoader {
  manifest: DatasetManifest;
  /** The images of a shard; fetched once, then kept. */
  shard(part: PartName, index: number): Promise<Images>;
  /** Fetches the training shards one after the other; reports bytes as they arrive. */
  prefetch(count: number, onProgress: (loaded: number, total: number) => void): Promise<void>;
}

/**
 * A data set of files in a folder of the site.
 *
 * @throws Error in plain words when the manifest or, later, a shard cannot be had.
 */
export async function openDataset(folderUrl: string): Promise<DatasetLoader> {
  const manifest = (await (await get(`${folderUrl}manifest.json`)).json()) as DatasetManifest;
  return createLoader(manifest, (part, index) =>
    fetchShard(folderUrl, manifest.parts[part][index], manifest),
  );
}

/** A loader that asks `load` for each shard once and keeps what came; what failed is asked for again. */
export function createLoader(
  manifest: DatasetManifest,
  load: (part: PartName, index: number) => Promise<Images>,
): DatasetLoader {
  const kept = new Map<string, Promise<Images>>();

  function shard(part: PartName, index: number): Promise<Images> {
    const { file } = manifest.parts[part][index];
    let images = kept.get(file);
    if (!images) {
      images = load(part, index);
      images.catch(() => kept.delete(file));
      kept.set(file, images);
    }
    return images;
  }

  return {
    manifest,
    shard,
    async prefetch(count, onProgress) {
      const entries = manifest.parts.train.slice(0, count);
      const total = entries.reduce((sum, entry) => sum + entry.bytes, 0);
      let loaded = 0;
      for (const [index, entry] of entries.entries()) {
        await shard('train', index);
        loaded += entry.bytes;
        onProgress(loaded, total);
      }
    },
  };
}

async function fetchShard(
  folderUrl: string,
  entry: ShardEntry,
  manifest: DatasetManifest,
): Promise<Images> {
  const packed = await checkedShard(await get(shardAddress(folderUrl, entry)), entry);
  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
  return decodeShard(new Uint8Array(await new Response(unpacked).arrayBuffer()), entry, manifest);
}

async function get(url: string): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(url);
  } catch {
    throw new Error(
      `${url} could not be loaded: is the network there? Without it, only data sets that were saved on the page “Offline” can be used.`,
    );
  }
  if (!response.ok)
    throw new Error(`${url} could not be loaded: the server answered ${response.status}`);
  return response;
}
