/** Whose column is whose, by hand. */
import { expect, test } from 'vitest';
import { columnAt, columnOrder } from '../../../src/lib/model/qkv-columns.ts';

test('q, k, v: all queries first, head after head', () => {
  // D = 6, H = 2: columns 0–5 are queries, three of each head.
  expect(columnAt(0, 6, 2, 'blocks')).toEqual({ part: 'q', head: 0, number: 0 });
  expect(columnAt(5, 6, 2, 'blocks')).toEqual({ part: 'q', head: 1, number: 2 });
  expect(columnAt(10, 6, 2, 'blocks')).toEqual({ part: 'k', head: 1, number: 1 });
  expect(columnAt(17, 6, 2, 'blocks')).toEqual({ part: 'v', head: 1, number: 2 });
});

test('(h d qkv): the three of each number side by side', () => {
  expect(columnAt(0, 6, 2, 'woven')).toEqual({ part: 'q', head: 0, number: 0 });
  expect(columnAt(5, 6, 2, 'woven')).toEqual({ part: 'v', head: 0, number: 1 });
  expect(columnAt(10, 6, 2, 'woven')).toEqual({ part: 'k', head: 1, number: 0 });
  expect(columnAt(17, 6, 2, 'woven')).toEqual({ part: 'v', head: 1, number: 2 });
});

test('the order of the columns leads from one to the other', () => {
  const order = columnOrder(6, 2);
  expect(order.slice(0, 8)).toEqual([0, 3, 6, 9, 12, 15, 1, 4]);
  order.forEach((woven, column) =>
    expect(columnAt(woven, 6, 2, 'woven')).toEqual(columnAt(column, 6, 2, 'blocks')),
  );
});

test('H has to divide D', () => {
  const sentence = 'attention: embedDim 64 is not divisible by numHeads 5';
  expect(() => columnAt(0, 64, 5, 'woven')).toThrow(sentence);
  expect(() => columnOrder(64, 5)).toThrow(sentence);
});
