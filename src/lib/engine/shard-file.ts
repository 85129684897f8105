/** A file of a data set: its address, which changes with its content, and its bytes, compared with the manifest. */
import type { ShardEntry } from '../training/dataset.ts';

/** Digits of the checksum that an address carries. */
const digits = 8;

/** The address of a shard in a folder of the site. */
export function shardAddress(folderUrl: string, { file, sha256 }: ShardEntry): string {
  return `${folderUrl}${file}${sha256 ? `?v=${sha256.slice(0, digits)}` : ''}`;
}

/**
 * The file's bytes, as they came. Where the browser computes no checksums (an address without https), they are taken as
 * they are.
 *
 * @throws Error in a sentence when they are not those of the manifest.
 */
export async function checkedShard(
  response: Response,
  { file, sha256 }: ShardEntry,
): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new Uint8Array(await response.arrayBuffer());
  const { subtle } = globalThis.crypto;
  if (!sha256 || !subtle) return bytes;
  const found = hexadecimal(await subtle.digest('SHA-256', bytes));
  if (found !== sha256)
    throw new Error(
      `${file} is not the file that this page knows: its checksum begins ${found.slice(0, digits)}, expected ${sha256.slice(0, digits)}. Reload the page; the site may have been updated.`,
    );
  return bytes;
}

function hexadecimal(hash: ArrayBuffer): string {
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
