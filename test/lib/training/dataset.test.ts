import { expect, test } from 'vitest';
import {
  concatImages,
  createSampler,
  decodeShard,
  type DatasetManifest,
} from '../../../src/lib/training/dataset.ts';

const entry = { file: 'train-0.shard', count: 2, bytes: 0, sha256: '' };
const manifest: DatasetManifest = {
  name: 'toy',
  imageSize: 2,
  inChannels: 1,
  classNames: ['a', 'b'],
  parts: { train: [entry], validation: [], test: [] },
};

test('a shard is its labels, then its pixels', () => {
  const bytes = Uint8Array.from([1, 0, 10, 11, 12, 13, 20, 21, 22, 23]);
  const images = decodeShard(bytes, entry, manifest);
  expect([...images.labels]).toEqual([1, 0]);
  expect([...images.pixels]).toEqual([10, 11, 12, 13, 20, 21, 22, 23]);
});

test('a shard of the wrong length is refused with both numbers', () => {
  expect(() => decodeShard(new Uint8Array(9), entry, manifest)).toThrow(
    'train-0.shard: 9 bytes unpacked, expected 10',
  );
});

test('a label without a class is refused', () => {
  const bytes = Uint8Array.from([2, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  expect(() => decodeShard(bytes, entry, manifest)).toThrow('label 2, but there are 2 classes');
});

test('joining keeps the order', () => {
  const one = (label: number) => ({
    pixels: Uint8Array.of(label * 10),
    labels: Uint8Array.of(label),
    count: 1,
  });
  const joined = concatImages([one(3), one(1)]);
  expect(joined).toEqual({ pixels: Uint8Array.of(30, 10), labels: Uint8Array.of(3, 1), count: 2 });
});

const flat = ({ shard, index }: { shard: number; index: number }) => `${shard}/${index}`;
const epochOf = (sampler: ReturnType<typeof createSampler>, steps: number, first = 0) =>
  Array.from({ length: steps }, (_, i) => sampler.batch(first + i)).flat();

test('every epoch visits every image once', () => {
  const sampler = createSampler([6, 4, 2], 4, 7);
  for (const first of [0, 3, 6]) {
    const seen = epochOf(sampler, 3, first).map(flat);
    expect(new Set(seen).size).toBe(12);
  }
});

test('the first epoch takes the shards in turn, later ones mix them', () => {
  const sampler = createSampler([64, 64], 32, 7);
  expect(epochOf(sampler, 2).every(({ shard }) => shard === 0)).toBe(true);
  expect(epochOf(sampler, 2, 2).every(({ shard }) => shard === 1)).toBe(true);
  const mixed = epochOf(sampler, 2, 4).filter(({ shard }) => shard === 0).length;
  expect(mixed).toBeGreaterThan(10);
  expect(mixed).toBeLessThan(54);
});

test('the order depends on seed and step alone', () => {
  const order = (seed: number) => epochOf(createSampler([20, 12], 8, seed), 12).map(flat);
  expect(order(3)).toEqual(order(3));
  expect(order(3)).not.toEqual(order(4));
  const jumping = createSampler([20, 12], 8, 3);
  jumping.batch(11);
  expect(jumping.batch(2).map(flat)).toEqual(order(3).slice(16, 24));
});

test('a batch may straddle two epochs, and the epoch is counted with its fraction', () => {
  const sampler = createSampler([10], 4, 1);
  const seen = epochOf(sampler, 5).map(flat);
  expect(new Set(seen.slice(0, 10)).size).toBe(10);
  expect(new Set(seen.slice(10, 20)).size).toBe(10);
  expect(sampler.epoch(5)).toBe(2);
  expect(sampler.epoch(1)).toBeCloseTo(0.4);
});
