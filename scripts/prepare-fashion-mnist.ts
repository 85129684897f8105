/**
 * Prepares Fashion-MNIST from Debian's package into gzip shards under public/data/fashion-mnist.
 *
 *   apt-get install dataset-fashion-mnist && npm run data
 *
 * A shard is gzip over [count label bytes][count × 28 × 28 pixels], a byte each or, where the manifest says so, 4 bits
 * (src/lib/training/four-bits.ts). The three parts never overlap: training and validation images come from the
 * package's training file, test images from its test file, all in file order.
 *
 *   npm run data -- --check
 *
 * measures what 4 bits change: see scripts/four-bits.ts.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';
import type { DatasetManifest, ShardEntry } from '../src/lib/training/dataset.ts';
import { packFourBits } from '../src/lib/training/four-bits.ts';
import { readPart, side, type SourcePart } from './fashion-mnist-source.ts';
import { checkFourBits } from './four-bits.ts';

const target = 'public/data/fashion-mnist';
const classNames = [
  'T-shirt',
  'trouser',
  'pullover',
  'dress',
  'coat',
  'sandal',
  'shirt',
  'sneaker',
  'bag',
  'ankle boot',
];

/** Shards of one size, cut from a file of the package one after the other. */
interface Cut {
  /** The first one's number. */
  from: number;
  shards: number;
  /** Images in each. */
  count: number;
  /** The first image's place in the file. */
  start: number;
  bits?: 4;
}

/** What training begins with is kept as it is; what is fetched on demand has 4 bits a pixel. */
const cuts = {
  train: [
    { from: 0, shards: 8, count: 1250, start: 0 },
    { from: 8, shards: 40, count: 1225, start: 11_000, bits: 4 },
  ],
  validation: [{ from: 0, shards: 1, count: 1000, start: 10_000 }],
  test: [
    { from: 0, shards: 1, count: 2000, start: 0 },
    { from: 1, shards: 4, count: 2000, start: 2000, bits: 4 },
  ],
} satisfies Record<keyof DatasetManifest['parts'], Cut[]>;

export async function main(args: string[]): Promise<void> {
  if (args.includes('--check')) await checkFourBits();
  else prepare();
}

function prepare(): void {
  mkdirSync(target, { recursive: true });
  const training = readPart('train');
  const manifest: DatasetManifest = {
    name: 'Fashion-MNIST',
    imageSize: side,
    inChannels: 1,
    classNames,
    parts: {
      train: writeShards('train', training),
      validation: writeShards('validation', training),
      test: writeShards('test', readPart('t10k')),
    },
  };
  writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
  for (const [part, shards] of Object.entries(manifest.parts)) {
    const bytes = shards.reduce((sum, shard) => sum + shard.bytes, 0);
    const images = shards.reduce((sum, shard) => sum + shard.count, 0);
    console.log(`${part}: ${images} images, ${bytes} bytes in ${shards.length} shards`);
  }
}

function writeShards(name: keyof typeof cuts, source: SourcePart): ShardEntry[] {
  return cuts[name].flatMap(({ from, shards, count, start, bits }: Cut) =>
    Array.from({ length: shards }, (_, i) =>
      writeShard(`${name}-${from + i}.shard`, source, start + i * count, count, bits),
    ),
  );
}

function writeShard(
  file: string,
  source: SourcePart,
  start: number,
  count: number,
  bits?: 4,
): ShardEntry {
  const area = side * side;
  const labels = source.labels.subarray(start, start + count);
  const pixels = source.pixels.subarray(start * area, (start + count) * area);
  // Differences hardly repeat: of gzip's strategies the one that looks for runs alone leaves the fewest bytes.
  const packed = bits
    ? gzipSync(Buffer.concat([labels, packFourBits(pixels, { imageSize: side, inChannels: 1 })]), {
        level: 9,
        memLevel: 9,
        strategy: constants.Z_RLE,
      })
    : gzipSync(Buffer.concat([labels, pixels]), { level: 9 });
  writeFileSync(join(target, file), packed);
  const sha256 = createHash('sha256').update(packed).digest('hex');
  return { file, count, bytes: packed.length, sha256, bits };
}
