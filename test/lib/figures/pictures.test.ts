import { describe, expect, test } from 'vitest';
import {
  attentionPicture,
  heatmapPicture,
  imagePicture,
  inkOverMap,
  similarityPicture,
  type Picture,
} from '../../../src/lib/figures/pictures.ts';
import type { Palette } from '../../../src/lib/figures/ramps.ts';

/** Grey ramps: a colour's red part says where on the ramp it lies. */
const palette: Palette = {
  paper: [250, 250, 250],
  ink: [0, 0, 0],
  seq: [
    [0, 0, 0],
    [200, 200, 200],
  ],
  div: [
    [0, 0, 0],
    [100, 100, 100],
    [200, 200, 200],
  ],
};

/** The red part of each pixel, row by row. */
const reds = ({ width, height, data }: Picture) =>
  Array.from({ length: height }, (_, y) =>
    Array.from({ length: width }, (_, x) => data[(y * width + x) * 4]),
  );

describe('pictures of numbers', () => {
  test('a heatmap has one opaque pixel per number, rows downwards', () => {
    const picture = heatmapPicture([0, 1, 2, 4, 2, 0], 2, 3, palette.seq, [0, 4]);
    expect(reds(picture)).toEqual([
      [0, 50, 100],
      [200, 100, 0],
    ]);
    expect([...picture.data].filter((_, i) => i % 4 === 3)).toEqual([255, 255, 255, 255, 255, 255]);
  });

  test('a constant heatmap is drawn, not divided by zero', () => {
    expect(reds(heatmapPicture([3, 3], 1, 2, palette.seq, [3, 3]))).toEqual([[0, 0]]);
  });

  test('a grey image runs from paper to ink, a colour image keeps its colours', () => {
    const grey = { pixels: [0, 255, 51, 204], side: 2, channels: 1 };
    expect(reds(imagePicture(grey, palette))).toEqual([
      [250, 0],
      [200, 50],
    ]);
    const colour = { pixels: [9, 8, 7], side: 1, channels: 3 };
    expect([...imagePicture(colour, palette).data]).toEqual([9, 8, 7, 255]);
  });

  test('an attention map is scaled to its largest weight and has the image in ink over it', () => {
    const blank = { pixels: new Uint8Array(16), side: 4, channels: 1 };
    const map = attentionPicture([0.1, 0.2, 0.4, 0], blank, palette);
    expect(reds(map)).toEqual([
      [50, 50, 100, 100],
      [50, 50, 100, 100],
      [200, 200, 0, 0],
      [200, 200, 0, 0],
    ]);
    const black = { ...blank, pixels: new Uint8Array(16).fill(255) };
    expect(reds(attentionPicture([0.1, 0.2, 0.4, 0], black, palette))[3]![0]).toBe(
      Math.round(200 * (1 - inkOverMap)),
    );
  });

  test('position maps stand in a grid, each with its own row of cosines, paper between', () => {
    // Position 0 is like itself and 3; the others are like themselves alone.
    const similarity = [1, 0, 0, -1, 0, 1, 0, 0, 0, 0, 1, 0, -1, 0, 0, 1];
    const picture = similarityPicture(similarity, palette);
    expect([picture.width, picture.height]).toEqual([5, 5]);
    expect(reds(picture)).toEqual([
      [200, 100, 250, 100, 200],
      [100, 0, 250, 100, 100],
      [250, 250, 250, 250, 250],
      [100, 100, 250, 0, 100],
      [200, 100, 250, 100, 200],
    ]);
  });
});
