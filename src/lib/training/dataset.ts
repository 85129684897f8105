/**
 * Labelled images, kept as bytes, and the order in which training visits them.
 *
 * A data set has three parts that never overlap: train, validation (looked at while training) and test (looked at
 * when asked for). Each part comes in shards; training can begin when the first one is here.
 */
import { createRandomNumbers } from '../tensors/random-numbers.ts';
import { unpackFourBits } from './four-bits.ts';

export type PartName = 'train' | 'validation' | 'test';

export interface ShardEntry {
  file: string;
  /** Images in the shard. */
  count: number;
  /** Size of the compressed file; of a shard that is made in the page, that of its pixels. */
  bytes: number;
  /** Of the compressed file, hexadecimal; only a file has one. */
  sha256?: string;
  /** Of a pixel in the file: 8 unless it says 4, which `unpackFourBits` takes. */
  bits?: 4 | 8;
}

export interface DatasetManifest {
  name: string;
  /** S, pixels. */
  imageSize: number;
  /** C. */
  inChannels: number;
  classNames: string[];
  parts: Record<PartName, ShardEntry[]>;
}

export interface Images {
  /** [count, S, S, C], 0 to 255. */
  pixels: Uint8Array;
  /** [count], indices of `classNames`. */
  labels: Uint8Array;
  count: number;
}

/**
 * Splits an unpacked shard, `[count labels][count × S × S × C pixels]`, into its images; 4-bit pixels become bytes.
 *
 * @throws RangeError when the length is not what the manifest promises, with both numbers.
 */
export function decodeShard(
  bytes: Uint8Array,
  { count, file, bits = 8 }: ShardEntry,
  manifest: DatasetManifest,
): Images {
  const area = manifest.imageSize ** 2 * manifest.inChannels;
  const expected = count * ((area * bits) / 8 + 1);
  if (bytes.length !== expected)
    throw new RangeError(`${file}: ${bytes.length} bytes unpacked, expected ${expected}`);
  const labels = bytes.subarray(0, count);
  const unknown = labels.find((label) => label >= manifest.classNames.length);
  if (unknown !== undefined)
    throw new RangeError(
      `${file}: label ${unknown}, but there are ${manifest.classNames.length} classes`,
    );
  const rest = bytes.subarray(count);
  return { pixels: bits === 4 ? unpackFourBits(rest, manifest) : rest, labels, count };
}

/** Joins images in order. */
export function concatImages(parts: Images[]): Images {
  const count = parts.reduce((sum, part) => sum + part.count, 0);
  return {
    pixels: concatBytes(parts.map((part) => part.pixels)),
    labels: concatBytes(parts.map((part) => part.labels)),
    count,
  };
}

function concatBytes(arrays: Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(arrays.reduce((sum, array) => sum + array.length, 0));
  let offset = 0;
  for (const array of arrays) {
    joined.set(array, offset);
    offset += array.length;
  }
  return joined;
}

/** Where an image stands: shard and position within it. */
export interface ImageIndex {
  shard: number;
  index: number;
}

export interface Sampler {
  /** Epochs that are complete before `step` begins, with a fraction. */
  epoch(step: number): number;
  /** The images of the batch of `step` (counted from 0). */
  batch(step: number): ImageIndex[];
}

/**
 * The order of training: a pure function of seed and step, so that a run can resume anywhere.
 *
 * Every epoch visits each image once. The first epoch shuffles within each shard and takes the shards in turn, so
 * that it can begin before all of them are here; later epochs shuffle across all.
 */
export function createSampler(shardCounts: number[], batchSize: number, seed: number): Sampler {
  const total = shardCounts.reduce((sum, count) => sum + count, 0);
  const starts = shardCounts.map((_, i) => shardCounts.slice(0, i).reduce((a, b) => a + b, 0));
  const order: { epoch: number; images: Uint32Array } = { epoch: -1, images: new Uint32Array(0) };

  function imagesOf(epoch: number): Uint32Array {
    if (order.epoch !== epoch) {
      order.epoch = epoch;
      order.images =
        epoch === 0 ? shuffledByShard(shardCounts, starts, seed) : shuffled(total, seed, epoch);
    }
    return order.images;
  }

  function locate(image: number): ImageIndex {
    let shard = starts.length - 1;
    while (image < starts[shard]) shard--;
    return { shard, index: image - starts[shard] };
  }

  return {
    epoch: (step) => (step * batchSize) / total,
    batch: (step) =>
      Array.from({ length: batchSize }, (_, i) => {
        const position = step * batchSize + i;
        return locate(imagesOf(Math.floor(position / total))[position % total]);
      }),
  };
}

function shuffled(count: number, seed: number, epoch: number): Uint32Array {
  return createRandomNumbers(seed).fork(`order of epoch ${epoch}`).permutation(count);
}

function shuffledByShard(counts: number[], starts: number[], seed: number): Uint32Array {
  const random = createRandomNumbers(seed).fork('order of epoch 0');
  return Uint32Array.from(
    counts.flatMap((count, shard) =>
      Array.from(random.permutation(count), (i) => starts[shard] + i),
    ),
  );
}
