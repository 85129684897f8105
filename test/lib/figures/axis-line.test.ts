import { expect, test } from 'vitest';
import { axisLine } from '../../../src/lib/figures/axis-line.ts';

test('each dimension has the line that stands under its letter', () => {
  expect(axisLine('N', 20)).toEqual({ path: 'M0 3H20', width: 1.5, dashes: '2 2' });
  expect(axisLine('D', 20)).toEqual({ path: 'M0 3H20', width: 1.5 });
  expect(axisLine('K', 20)).toEqual({ path: 'M0 1.5H20M0 4.5H20', width: 1 });
  expect(axisLine('H', 8)!.path).toBe('M0 3q2 -3 4 0q2 3 4 0');
  expect(axisLine('M', 20)!.width).toBe(3);
});

test('others have none', () => {
  expect(axisLine('P', 20)).toBeNull();
  expect(axisLine(null, 20)).toBeNull();
});
