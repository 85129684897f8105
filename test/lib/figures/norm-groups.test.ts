import { describe, expect, test } from 'vitest';
import { normCube } from '../../../src/lib/figures/norm-cube.ts';
import {
  cellOf,
  groupOf,
  groupSize,
  normKinds,
  numberAt,
  placeAt,
  rectsOf,
  sheetOf,
  sheetValues,
  statisticAt,
  type BatchShape,
} from '../../../src/lib/figures/norm-groups.ts';
import { places, together } from '../../norms-by-hand.ts';

const tokens: BatchShape = { B: 3, P: 4, C: 6, image: false };
const image: BatchShape = { B: 2, P: 9, C: 4, image: true };
const groups = 2;

describe.each([tokens, image])('in a batch of $B × $P × $C', (shape) => {
  const all = places([shape.B, shape.P, shape.C]);

  test.each(normKinds)('%s: the lit cells are the numbers that belong together', (norm) => {
    const { columns } = sheetOf(shape);
    for (const place of all) {
      const group = groupOf(norm, shape, place, groups);
      const lit = Array.from({ length: shape.B }, (_, sample) =>
        rectsOf(group, shape, sample).flatMap(({ x, y, width, height }) =>
          Array.from({ length: width * height }, (_, i) =>
            numberAt(
              shape,
              placeAt(shape, sample, (y + Math.floor(i / width)) * columns + x + (i % width)),
            ),
          ),
        ),
      ).flat();
      const expected = all.flatMap((other, i) =>
        together[norm](place, other, shape.C, groups) ? [i] : [],
      );
      expect(lit.sort((a, b) => a - b)).toEqual(expected);
      expect(groupSize(group)).toBe(expected.length);
    }
  });

  test.each(normKinds)('%s: two places have one statistic when they belong together', (norm) => {
    for (const a of all)
      for (const b of all)
        expect(statisticAt(norm, shape, a, groups) === statisticAt(norm, shape, b, groups)).toBe(
          together[norm](a, b, shape.C, groups),
        );
  });

  test('a cell shows its place, and every number has one', () => {
    const values = all.map((_, i) => i);
    for (const [i, place] of all.entries()) {
      expect(placeAt(shape, place.sample, cellOf(shape, place))).toEqual(place);
      expect(sheetValues(values, shape, place.sample)[cellOf(shape, place)]).toBe(i);
    }
  });
});

test('an image’s channels stand one below the other', () => {
  expect(sheetOf(image)).toEqual({ rows: 12, columns: 3 });
  expect(cellOf(image, { sample: 0, position: 4, channel: 2 })).toBe(2 * 9 + 4);
});

test('the block says in words how many numbers are averaged', () => {
  const place = { sample: 1, position: 2, channel: 3 };
  const figure = normCube({
    shape: tokens,
    place,
    group: groupOf('batch', tokens, place, 1),
    positions: { name: 'tokens', letter: 'T' },
  });
  expect(figure).toContain('3 samples, 4 tokens, 6 channels; 12 of 72 numbers');
  expect(figure).toMatchSnapshot();
});
