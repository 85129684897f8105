import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import {
  decodeShard,
  type DatasetManifest,
  type Images,
  type PartName,
  type ShardEntry,
} from '../../../src/lib/training/dataset.ts';
import { toFourBits } from '../../../src/lib/training/four-bits.ts';
import { defaultSettings } from '../../../src/lib/training/settings.ts';

const folder = 'public/data/fashion-mnist';
const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as DatasetManifest;
const parts = Object.entries(manifest.parts) as [PartName, ShardEntry[]][];

/** The limit for a machine that is busy, milliseconds. */
const patience = 120_000;
const kept = new Map<string, Images>();

/** Unpacked once for all tests. */
function unpacked(entry: ShardEntry): Images {
  const { file } = entry;
  if (!kept.has(file))
    kept.set(file, decodeShard(gunzipSync(readFileSync(`${folder}/${file}`)), entry, manifest));
  return kept.get(file)!;
}

test.each(parts)('the %s shards are as the manifest says', { timeout: patience }, (_, shards) => {
  for (const entry of shards) {
    const packed = readFileSync(`${folder}/${entry.file}`);
    expect(packed.length).toBe(entry.bytes);
    expect(createHash('sha256').update(packed).digest('hex')).toBe(entry.sha256);
    expect(unpacked(entry).count).toBe(entry.count);
  }
});

test(
  '70,000 images, nearly as many of each class, none in two parts',
  { timeout: patience },
  () => {
    const owner = new Map<string, string>();
    const shared: string[] = [];
    for (const [part, shards] of parts) {
      const counts = new Array<number>(10).fill(0);
      for (const entry of shards) {
        const { pixels, labels, count } = unpacked(entry);
        for (const label of labels) counts[label]++;
        const coarse = entry.bits ? pixels : toFourBits(pixels);
        for (let i = 0; i < count; i++) {
          const key = createHash('md5').update(coarse.subarray(i * 784, (i + 1) * 784));
          const image = key.digest('base64');
          if ((owner.get(image) ?? part) !== part) shared.push(`${part} and ${owner.get(image)}`);
          owner.set(image, part);
        }
      }
      const all = counts.reduce((sum, count) => sum + count);
      expect(all).toBe({ train: 59_000, validation: 1000, test: 10_000 }[part]);
      for (const count of counts) expect(Math.abs(count / all - 0.1)).toBeLessThan(0.025);
    }
    expect(shared).toEqual([]);
  },
);

test('the training begins on shards of 8 bits: those that 10,000 images take', () => {
  const { train, validation } = manifest.parts;
  const fine = train.filter(({ bits }) => bits === undefined);
  expect(fine).toEqual(train.slice(0, fine.length));
  expect(fine.reduce((sum, { count }) => sum + count, 0)).toBe(defaultSettings.trainImages);
  expect(validation.map(({ bits }) => bits)).toEqual([undefined]);
});

test('all of it is at most 15 MB', () => {
  const bytes = readdirSync(folder).reduce(
    (sum, file) => sum + statSync(`${folder}/${file}`).size,
    0,
  );
  expect(bytes).toBeLessThanOrEqual(15_000_000);
});

test('the first shard is small enough to start with', () => {
  expect(manifest.parts.train[0].bytes).toBeLessThanOrEqual(600_000);
});
