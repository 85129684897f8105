import { expect, test } from 'vitest';
import { createRandomNumbers } from '../../../src/lib/tensors/random-numbers.ts';
import { decodeShard, type DatasetManifest } from '../../../src/lib/training/dataset.ts';
import { packFourBits, toFourBits, unpackFourBits } from '../../../src/lib/training/four-bits.ts';

test('a byte becomes the nearest multiple of 17', () => {
  expect([...toFourBits(Uint8Array.of(0, 8, 9, 25, 26, 128, 246, 247, 255))]).toEqual([
    ...[0, 0, 17, 17, 34, 136, 238, 255, 255],
  ]);
});

/**
 * By hand: levels and what Paeth makes of their neighbours.
 *
 * Levels 3 5 / 4 9: 3 from nothing is +3; 5 from the 3 at its left +2; 4 from the 3 above +1; 9 from 4 + 5 − 3 = 6, to
 * which the 5 is nearest, +4. The second picture begins anew: 1 from nothing +1; 0 from 1 is −1, 15 modulo 16.
 */
const square = { imageSize: 2, inChannels: 1 };
const levels = [3, 5, 4, 9, 1, 0, 1, 1];
const packed = [0x31, 0x24, 0x10, 0xf1];

test('two pictures of 2 by 2 pixels become the four bytes worked out by hand, and come back', () => {
  const pixels = Uint8Array.from(levels, (level) => 17 * level);
  expect([...packFourBits(pixels, square)]).toEqual(packed);
  expect([...unpackFourBits(Uint8Array.from(packed), square)]).toEqual([...pixels]);
});

test.each([
  { imageSize: 6, inChannels: 1 },
  { imageSize: 4, inChannels: 3 },
])('pictures of any shape come back as their nearest levels: %o', (shape) => {
  const random = createRandomNumbers(3);
  const pixels = Uint8Array.from({ length: 5 * shape.imageSize ** 2 * shape.inChannels }, () =>
    random.integer(256),
  );
  const packed = packFourBits(pixels, shape);
  expect(packed.length).toBe(pixels.length / 2);
  expect(unpackFourBits(packed, shape)).toEqual(toFourBits(pixels));
});

test('an odd number of rows is refused with it', () => {
  expect(() => packFourBits(new Uint8Array(9), { imageSize: 3, inChannels: 1 })).toThrow(
    'four bits: 3 rows cannot be taken two by two',
  );
});

test('a shard of 4 bits is its labels, then half a byte a pixel', () => {
  const entry = { file: 'train-8.shard', count: 2, bytes: 0, bits: 4 as const };
  const manifest: DatasetManifest = {
    name: 'toy',
    ...square,
    classNames: ['a', 'b'],
    parts: { train: [entry], validation: [], test: [] },
  };
  const { pixels, labels } = decodeShard(Uint8Array.from([1, 0, ...packed]), entry, manifest);
  expect([...labels]).toEqual([1, 0]);
  expect([...pixels]).toEqual(levels.map((level) => 17 * level));
  expect(() => decodeShard(new Uint8Array(10), entry, manifest)).toThrow(
    'train-8.shard: 10 bytes unpacked, expected 6',
  );
});
