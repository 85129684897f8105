import { expect, test } from 'vitest';
import {
  isRowByRow,
  movedTo,
  rowByRow,
  shuffled,
} from '../../../../src/components/widgets/patch-cutter/order.ts';

test('a patch is taken out and put in at its new place; the ends are the ends', () => {
  const order = rowByRow(5);
  expect(movedTo(order, 1, 3)).toEqual([0, 2, 3, 1, 4]);
  expect(movedTo(order, 3, 0)).toEqual([3, 0, 1, 2, 4]);
  expect(movedTo(order, 2, 9)).toEqual([0, 1, 3, 4, 2]);
  expect(movedTo(order, 2, -1)).toEqual([2, 0, 1, 3, 4]);
  expect(movedTo(movedTo(order, 1, 3), 1, 1)).toEqual(order);
});

test('a shuffle holds every patch once, and is the same for the same seed', () => {
  const order = shuffled(49, 3);
  expect([...order].sort((a, b) => a - b)).toEqual(rowByRow(49));
  expect(isRowByRow(order)).toBe(false);
  expect(shuffled(49, 3)).toEqual(order);
  expect(shuffled(49, 4)).not.toEqual(order);
});
