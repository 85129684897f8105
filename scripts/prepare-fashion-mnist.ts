/**
 * Prepares Fashion-MNIST from Debian's package into gzip shards under public/data/fashion-mnist.
 *
 *   apt-get install dataset-fashion-mnist && npm run data
 *
 * A shard is gzip over [count label bytes][count × 28 × 28 pixel bytes]. The three parts never overlap: training and
 * validation images come from the package's training file, test images from its test file, all in file order.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { DatasetManifest, ShardEntry } from '../src/lib/training/dataset.ts';

const source = process.env.FASHION_MNIST ?? '/usr/share/datasets/fashion-mnist';
const target = 'public/data/fashion-mnist';
const side = 28;
const trainShards = { shards: 8, imagesPerShard: 1250 };
const validationImages = 1000;
const testImages = 2000;
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

/** An IDX file's data bytes, after checking its header against the dimensions that we expect. */
function readIdx(file: string, headerLength: number): Uint8Array {
  const bytes = gunzipSync(readFileSync(join(source, file)));
  const magic = bytes.readUInt32BE(0);
  const expected = headerLength === 16 ? 2051 : 2049;
  if (magic !== expected) throw new Error(`${file}: magic number ${magic}, expected ${expected}`);
  return bytes.subarray(headerLength);
}

function readPart(prefix: 'train' | 't10k') {
  return {
    pixels: readIdx(`${prefix}-images-idx3-ubyte.gz`, 16),
    labels: readIdx(`${prefix}-labels-idx1-ubyte.gz`, 8),
  };
}

type Part = ReturnType<typeof readPart>;

function writeShard(name: string, part: Part, start: number, count: number): ShardEntry {
  const area = side * side;
  const labels = part.labels.subarray(start, start + count);
  const pixels = part.pixels.subarray(start * area, (start + count) * area);
  const packed = gzipSync(Buffer.concat([labels, pixels]), { level: 9 });
  writeFileSync(join(target, name), packed);
  const sha256 = createHash('sha256').update(packed).digest('hex');
  return { file: name, count, bytes: packed.length, sha256 };
}

mkdirSync(target, { recursive: true });
const training = readPart('train');
const testing = readPart('t10k');
const { shards, imagesPerShard } = trainShards;
const manifest: DatasetManifest = {
  name: 'Fashion-MNIST',
  imageSize: side,
  inChannels: 1,
  classNames,
  parts: {
    train: Array.from({ length: shards }, (_, i) =>
      writeShard(`train-${i}.shard`, training, i * imagesPerShard, imagesPerShard),
    ),
    validation: [
      writeShard('validation-0.shard', training, shards * imagesPerShard, validationImages),
    ],
    test: [writeShard('test-0.shard', testing, 0, testImages)],
  },
};
writeFileSync(join(target, 'manifest.json'), JSON.stringify(manifest, null, 2) + '\n');
const total = Object.values(manifest.parts)
  .flat()
  .reduce((sum, shard) => sum + shard.bytes, 0);
console.log(
  `${target}: ${total} bytes, largest training shard ${Math.max(...manifest.parts.train.map((s) => s.bytes))}`,
);
