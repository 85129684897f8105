import { describe, expect, test } from 'vitest';
import {
  dealDrawings,
  drawingsByClass,
  drawingsProblem,
  type Drawing,
} from '../../../src/lib/training/drawings.ts';

/** Drawings whose first pixel is their id, in the order of the labels. */
const drawn = (...labels: string[]) => ({
  drawings: labels.map((label, id): Drawing => {
    const pixels = new Uint8Array(784);
    pixels[0] = id;
    return { id, label, pixels };
  }),
});
const repeated = (label: string, count: number) => Array<string>(count).fill(label);
const ids = (pixels: Uint8Array) => [...pixels.filter((_, at) => at % 784 === 0)];

test('classes stand in the order in which they were first drawn', () => {
  const classes = drawingsByClass(drawn('cat', 'bee', 'cat', 'ant'));
  expect([...classes.keys()]).toEqual(['cat', 'bee', 'ant']);
  expect(classes.get('cat')!.map(({ id }) => id)).toEqual([0, 2]);
});

describe('too few drawings', () => {
  test('are told with both numbers', () => {
    expect(drawingsProblem(drawn())).toBe('Drawings of 2 classes or more are needed; there are 0.');
    expect(drawingsProblem(drawn(...repeated('cat', 9)))).toMatch(/there are 1\.$/);
    expect(drawingsProblem(drawn(...repeated('cat', 5), ...repeated('bee', 4)))).toBe(
      '5 drawings of each class or more are needed; bee has 4.',
    );
  });

  test('become enough with five of two classes', () => {
    expect(drawingsProblem(drawn(...repeated('cat', 5), ...repeated('bee', 5)))).toBeNull();
  });
});

test('of ten, two go to validation and one to test; of five, one and none', () => {
  const { train, validation, test } = dealDrawings(
    drawn(...repeated('cat', 10), ...repeated('bee', 5)),
  );
  expect(ids(train.pixels)).toEqual([0, 1, 2, 3, 5, 6, 8, 10, 11, 12, 13]);
  expect([...train.labels]).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1]);
  expect([ids(validation.pixels), [...validation.labels]]).toEqual([
    [4, 9, 14],
    [0, 0, 1],
  ]);
  expect([ids(test.pixels), [...test.labels], test.count]).toEqual([[7], [0], 1]);
});
