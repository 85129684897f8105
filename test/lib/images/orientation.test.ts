import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  findOrientation,
  swapsSides,
  upright,
  withoutOrientation,
  type Orientation,
} from '../../../src/lib/images/orientation.ts';
import { rasterOf } from '../../../src/lib/images/raster.ts';
import { readHeader } from '../../../src/lib/images/read-header.ts';

const all: Orientation[] = [1, 2, 3, 4, 5, 6, 7, 8];

/** A TIFF header with one directory entry, by hand, after `before` other bytes. */
function exif(order: 'II' | 'MM', value: number, tag = 0x0112, type = 3, before = 6): Uint8Array {
  const bytes = new Uint8Array(before + 26);
  const view = new DataView(bytes.buffer, before);
  const little = order === 'II';
  view.setUint16(0, little ? 0x4949 : 0x4d4d);
  view.setUint16(2, 42, little);
  view.setUint32(4, 8, little);
  view.setUint16(8, 1, little);
  view.setUint16(10, tag, little);
  view.setUint16(12, type, little);
  view.setUint32(14, 1, little);
  view.setUint16(18, value, little);
  return bytes;
}

describe('the orientation is found', () => {
  test('in either byte order', () => {
    expect(findOrientation(exif('II', 6), 6)).toEqual({ value: 6, at: 24, littleEndian: true });
    expect(findOrientation(exif('MM', 8), 6)).toEqual({ value: 8, at: 24, littleEndian: false });
  });

  test.each([
    ['another tag', exif('II', 6, 0x0110)],
    ['another type', exif('II', 6, 0x0112, 4)],
    ['a value that means nothing', exif('II', 9)],
    ['no value', exif('II', 0)],
    ['a header that ends too early', exif('II', 6).subarray(0, 20)],
    ['no header', new Uint8Array(40)],
  ])('but not in %s', (_, bytes) => {
    expect(findOrientation(bytes, 6)).toBeUndefined();
  });

  test('in what Pillow writes', () => {
    for (const value of all) {
      const file = new Uint8Array(readFileSync(`test/fixtures/images/orientation-${value}.jpg`));
      expect(readHeader(file).orientation?.value).toBe(value);
    }
  });
});

test('a file told to be upright differs in that value alone', () => {
  const file = new Uint8Array(readFileSync('test/fixtures/images/orientation-6.jpg'));
  const { orientation } = readHeader(file);
  const copy = withoutOrientation(file, orientation!);
  expect(readHeader(copy).orientation?.value).toBe(1);
  expect(copy.filter((byte, i) => byte !== file[i])).toHaveLength(1);
});

/**
 * The letter F, upright, and how each orientation stores it (Exif's own picture of its eight cases).
 */
const upF = ['###', '#..', '##.', '#..'];
const storedF: Record<Orientation, string[]> = {
  1: upF,
  2: ['###', '..#', '.##', '..#'],
  3: ['..#', '.##', '..#', '###'],
  4: ['#..', '##.', '#..', '###'],
  5: ['####', '#.#.', '#...'],
  6: ['#...', '#.#.', '####'],
  7: ['...#', '.#.#', '####'],
  8: ['####', '.#.#', '...#'],
};
const rasterOfLetters = (rows: string[]) =>
  rasterOf(rows[0]!.length, rows.length, (x, y) =>
    rows[y]![x] === '#' ? [0, 0, 0] : [255, 255, 255],
  );

test.each(all)('orientation %i is turned upright', (orientation) => {
  const turned = upright(rasterOfLetters(storedF[orientation]), orientation);
  expect(turned).toEqual(rasterOfLetters(upF));
});

test('four orientations exchange width and height', () => {
  expect(all.filter(swapsSides)).toEqual([5, 6, 7, 8]);
});
