import { describe, expect, test } from 'vitest';
import {
  shapes,
  shapesImages,
  shapesLabel,
  shapesPicture,
  shapesTasks,
  type ShapesTaskName,
} from '../../../src/lib/training/shapes.ts';

const { imageSize, inChannels, patchSize } = shapes;

/** A picture's patches as text, sorted: what it holds, without where. */
function bag(pixels: Uint8Array): string[] {
  const grid = imageSize / patchSize;
  const patches = Array.from({ length: grid ** 2 }, (_, patch) => {
    const [top, left] = [Math.floor(patch / grid) * patchSize, (patch % grid) * patchSize];
    return Array.from({ length: patchSize }, (_, y) => {
      const start = ((top + y) * imageSize + left) * inChannels;
      return pixels.subarray(start, start + patchSize * inChannels).join(' ');
    }).join(' ');
  });
  return patches.sort();
}

/** The middle of the pixels of a colour, or undefined where there are none. */
function middle(pixels: Uint8Array, wanted: (r: number, g: number, b: number) => boolean) {
  let [count, row, column] = [0, 0, 0];
  for (let pixel = 0; pixel < imageSize ** 2; pixel++) {
    const [r, g, b] = pixels.subarray(pixel * 3, pixel * 3 + 3);
    if (!wanted(r, g, b)) continue;
    count++;
    row += Math.floor(pixel / imageSize);
    column += pixel % imageSize;
  }
  return { count, row: row / count, column: column / count };
}

const middleOfRed = (pixels: Uint8Array) => middle(pixels, (r, g) => r > 140 && g < 110);
const middleOfBlue = (pixels: Uint8Array) => middle(pixels, (r, _, b) => b > 140 && r < 110);

const numbers = Array.from({ length: 100 }, (_, index) => index);

describe('Shapes', () => {
  test('holds the same patches whatever the label, where the label is a matter of places', () => {
    for (const task of ['relation', 'position'] as ShapesTaskName[])
      for (const index of numbers.slice(0, 20)) {
        const pictures = [0, 1, 2, 3].map((label) => shapesPicture(7, index, label, task));
        const bags = pictures.map(bag);
        expect(bags[1]).toEqual(bags[0]);
        expect(bags[2]).toEqual(bags[0]);
        expect(bags[3]).toEqual(bags[0]);
        expect(new Set(pictures.map(String)).size).toBe(4);
      }
  });

  test('holds other patches for another texture', () => {
    const [plain, chequered] = [0, 3].map((label) => shapesPicture(7, 0, label, 'texture'));
    expect(bag(chequered)).not.toEqual(bag(plain));
  });

  test('puts red where the label says, seen from blue', () => {
    const { pixels, labels } = shapesImages(100, 3);
    const area = imageSize ** 2 * inChannels;
    for (const index of numbers) {
      const picture = pixels.subarray(index * area, (index + 1) * area);
      const [red, blue] = [middleOfRed(picture), middleOfBlue(picture)];
      const [down, right] = [red.row - blue.row, red.column - blue.column];
      const seen =
        Math.abs(right) > Math.abs(down)
          ? right < 0
            ? 'left'
            : 'right'
          : down < 0
            ? 'above'
            : 'below';
      expect(Math.hypot(down, right)).toBeGreaterThan(10);
      expect(seen).toBe(shapes.classNames[labels[index]]);
    }
  });

  test('puts red into the quarter of the label', () => {
    const half = imageSize / 2;
    for (const index of numbers) {
      const label = shapesLabel(3, index);
      const { row, column } = middleOfRed(shapesPicture(3, index, label, 'position'));
      const seen = `${row < half ? 'top' : 'bottom'} ${column < half ? 'left' : 'right'}`;
      expect(seen).toBe(shapesTasks.position.classNames[label]);
    }
  });

  test('has each label once in every four pictures, in an order that changes', () => {
    const labels = Array.from(shapesImages(40, 5).labels);
    const blocks = Array.from({ length: 10 }, (_, i) => labels.slice(4 * i, 4 * i + 4));
    for (const block of blocks) expect([...block].sort()).toEqual([0, 1, 2, 3]);
    expect(new Set(blocks.map(String)).size).toBeGreaterThan(3);
  });

  test('gives a seed the same pictures, in whatever portions they are asked for', () => {
    const whole = shapesImages(8, 11);
    const tail = shapesImages(3, 11, { first: 5 });
    expect(tail.pixels).toEqual(whole.pixels.slice(-tail.pixels.length));
    expect(tail.labels).toEqual(whole.labels.slice(5));
    expect(whole.pixels.length).toBe(8 * imageSize ** 2 * inChannels);
  });

  test('gives no picture twice, within a seed or across seeds', () => {
    const pictures = [1, 2, 3].flatMap((seed) =>
      numbers.map((index) => String(shapesPicture(seed, index, shapesLabel(seed, index)))),
    );
    expect(new Set(pictures).size).toBe(300);
  });
});
