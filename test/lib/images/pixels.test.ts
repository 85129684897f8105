import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isTransparent, luma, negative, overWhite } from '../../../src/lib/images/colour.ts';
import { crop, cropSquare } from '../../../src/lib/images/crop.ts';
import { floatsOf, imageFloats, squared } from '../../../src/lib/images/floats.ts';
import { greyRaster, raster, rasterOf, type Raster } from '../../../src/lib/images/raster.ts';
import { resize, tapsOf } from '../../../src/lib/images/resize.ts';

/** The red of every pixel, row by row. */
const reds = ({ pixels }: Raster) => [...pixels].filter((_, at) => at % 4 === 0);
/** Column number in the red, row number in the green. */
const numbered = (width: number, height: number) => rasterOf(width, height, (x, y) => [x, y, 0]);

/** Made by Pillow: test/fixtures/images/generate.py. */
const pillow = JSON.parse(readFileSync('test/fixtures/pillow.json', 'utf8')) as {
  width: number;
  height: number;
  rgb: number[];
  resized: Record<string, number[]>;
  grey: number[];
};
const noise = rasterOf(pillow.width, pillow.height, (x, y) => {
  const at = (y * pillow.width + x) * 3;
  return [pillow.rgb[at]!, pillow.rgb[at + 1]!, pillow.rgb[at + 2]!];
});

test('a raster of the wrong length says both numbers', () => {
  expect(() => raster(2, 2, new Uint8ClampedArray(12))).toThrow(/12 bytes.*expected 16/);
});

describe('cropping', () => {
  test('takes the middle square, the smaller half of an odd rest at the left', () => {
    expect(reds(cropSquare(numbered(5, 2)))).toEqual([1, 2, 1, 2]);
    expect(cropSquare(numbered(2, 5)).pixels[1]).toBe(1);
  });

  test('cuts the rectangle that was asked for', () => {
    const cut = crop(numbered(4, 4), 1, 2, 2, 1);
    expect([cut.width, cut.height, ...cut.pixels]).toEqual([2, 1, 1, 2, 0, 255, 2, 2, 0, 255]);
  });

  test('outside the picture is an error with the numbers', () => {
    expect(() => crop(numbered(4, 3), 2, 0, 3, 1)).toThrow(/3 × 1 at \(2, 0\).*4 × 3/);
  });
});

describe('resizing', () => {
  test.each(Object.entries(pillow.resized))('to %s agrees with Pillow', (name, expected) => {
    const [width, height] = name.split('x').map(Number) as [number, number];
    const { pixels } = resize(noise, width, height);
    const rgb = [...pixels].filter((_, at) => at % 4 !== 3);
    expect(rgb).toHaveLength(expected.length);
    // Pillow rounds between rows and columns, so one step of 255 may differ.
    for (const [i, value] of rgb.entries())
      expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1);
  });

  test('halving four pixels weighs them 3 : 3 : 1 by hand', () => {
    expect([...tapsOf(4, 2)[0]!.weights]).toEqual(
      [3 / 7, 3 / 7, 1 / 7].map((weight) => Math.fround(weight)).map((w) => expect.closeTo(w, 6)),
    );
  });

  test('to the same size is the picture itself', () => {
    expect(resize(noise, 7, 5)).toBe(noise);
  });

  test('leaves one colour as it is, at any size', () => {
    const side = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(side, side, side, side, fc.nat(255), (w, h, toW, toH, grey) => {
        const flat = resize(
          rasterOf(w, h, () => [grey, 255 - grey, 7]),
          toW,
          toH,
        );
        for (let at = 0; at < flat.pixels.length; at += 4)
          expect([...flat.pixels.subarray(at, at + 4)]).toEqual([grey, 255 - grey, 7, 255]);
      }),
      { numRuns: 50 },
    );
  });

  test('to no pixels is an error', () => {
    expect(() => resize(noise, 0, 3)).toThrow('0 × 3');
  });
});

describe('colour', () => {
  test('grey agrees with Pillow', () => {
    const grey = Array.from({ length: 35 }, (_, i) =>
      luma(pillow.rgb[3 * i]!, pillow.rgb[3 * i + 1]!, pillow.rgb[3 * i + 2]!),
    );
    for (const [i, value] of grey.entries())
      expect(Math.abs(value - pillow.grey[i]!)).toBeLessThanOrEqual(0.51);
  });

  test('half transparent black on white is the middle grey', () => {
    const clear = rasterOf(2, 1, (x) => [0, 0, 0, x === 0 ? 128 : 255]);
    expect(isTransparent(clear)).toBe(true);
    expect([...overWhite(clear).pixels]).toEqual([127, 127, 127, 255, 0, 0, 0, 255]);
    expect(isTransparent(overWhite(clear))).toBe(false);
  });

  test('the negative turns colours, not transparency', () => {
    expect([...negative(rasterOf(1, 1, () => [0, 10, 255, 9])).pixels]).toEqual([255, 245, 0, 9]);
  });
});

describe('numbers for the stages', () => {
  test('come row by row, channels last, from 0 to 1', () => {
    const two = rasterOf(2, 1, (x) => [255, 51 * x, 0]);
    expect([...floatsOf(two, 3)]).toEqual([1, 0, 0, 1, expect.closeTo(0.2, 6), 0]);
  });

  test('of a garment are exactly its bytes over 255', () => {
    const values = Array.from({ length: 784 }, (_, i) => (i * 37) % 256);
    const floats = imageFloats(greyRaster(values, 28, 28), { size: 28, channels: 1 });
    values.forEach((value, i) => expect(floats[i]).toBeCloseTo(value / 255, 6));
  });

  test('crop to the middle unless the whole is to be squeezed in', () => {
    const wide = rasterOf(6, 2, (x) => (x < 2 ? [255, 0, 0] : [0, 0, 0]));
    expect(reds(squared(wide, 2))).toEqual([0, 0, 0, 0]);
    expect(reds(squared(wide, 2, 'stretch'))[0]).toBeGreaterThan(150);
  });

  test('need one channel or three', () => {
    expect(() => floatsOf(noise, 2 as 1)).toThrow('2 channels, expected 1 or 3');
  });
});
