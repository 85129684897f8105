/** Fashion-MNIST as Debian's package `dataset-fashion-mnist` holds it: two IDX files for training, two for the test. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const source = process.env.FASHION_MNIST ?? '/usr/share/datasets/fashion-mnist';

/** S, pixels. */
export const side = 28;

export interface SourcePart {
  /** [count, S, S], 0 to 255. */
  pixels: Uint8Array;
  /** [count], 0 to 9. */
  labels: Uint8Array;
}

export function readPart(prefix: 'train' | 't10k'): SourcePart {
  return {
    pixels: readIdx(`${prefix}-images-idx3-ubyte.gz`, 16),
    labels: readIdx(`${prefix}-labels-idx1-ubyte.gz`, 8),
  };
}

/** An IDX file's data bytes, after checking its header against the dimensions that we expect. */
function readIdx(file: string, headerLength: number): Uint8Array {
  const bytes = gunzipSync(readFileSync(join(source, file)));
  const magic = bytes.readUInt32BE(0);
  const expected = headerLength === 16 ? 2051 : 2049;
  if (magic !== expected) throw new Error(`${file}: magic number ${magic}, expected ${expected}`);
  return bytes.subarray(headerLength);
}
