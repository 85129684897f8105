import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { decodeShard, type DatasetManifest } from '../../../src/lib/training/dataset.ts';

const folder = 'public/data/fashion-mnist';
const manifest = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as DatasetManifest;
const parts = Object.entries(manifest.parts);

test.each(parts)('the %s shards are as the manifest says', (_, shards) => {
  for (const entry of shards) {
    const packed = readFileSync(`${folder}/${entry.file}`);
    expect(packed.length).toBe(entry.bytes);
    expect(createHash('sha256').update(packed).digest('hex')).toBe(entry.sha256);
    expect(decodeShard(gunzipSync(packed), entry, manifest).count).toBe(entry.count);
  }
});

test('there are enough images, nearly as many of each class, and no image is in two parts', () => {
  const owner = new Map<string, string>();
  for (const [part, shards] of parts) {
    const images = shards.map((entry) =>
      decodeShard(gunzipSync(readFileSync(`${folder}/${entry.file}`)), entry, manifest),
    );
    const labels = images.flatMap((shard) => [...shard.labels]);
    for (let label = 0; label < 10; label++) {
      const share = labels.filter((l) => l === label).length / labels.length;
      expect(Math.abs(share - 0.1)).toBeLessThan(0.025);
    }
    for (const { pixels, count } of images)
      for (let i = 0; i < count; i++) {
        const key = Buffer.from(pixels.subarray(i * 784, (i + 1) * 784)).toString('base64');
        expect(owner.get(key) ?? part).toBe(part);
        owner.set(key, part);
      }
  }
  const count = (part: keyof DatasetManifest['parts']) =>
    manifest.parts[part].reduce((sum, shard) => sum + shard.count, 0);
  expect(count('train')).toBeGreaterThanOrEqual(10_000);
  expect(count('validation')).toBeGreaterThanOrEqual(1_000);
  expect(count('test')).toBeGreaterThanOrEqual(2_000);
});

test('the first shard is small enough to start with', () => {
  expect(manifest.parts.train[0].bytes).toBeLessThanOrEqual(600_000);
});
