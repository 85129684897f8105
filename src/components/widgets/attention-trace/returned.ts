/** What the cell shows: the function’s arguments and what it returns, for block 1, head 1. */
import { headOf, type Trace } from '../../../lib/figures/attention-head.ts';

export interface Returned {
  name: string;
  /** [rows, columns]. */
  values: Float32Array;
  rows: number;
  columns: number;
  /** Its symbol, where it has one, and that symbol's hue. */
  symbol?: string;
  hue?: string;
}

export function returnedOf(trace: Trace): Returned[] {
  const { tokens, width, queries, keys, values, weights, output } = headOf(trace, 0, 0);
  const scores = trace['blocks.0.attention.scores']!.values.subarray(0, tokens ** 2);
  const vectors = { rows: tokens, columns: width };
  const matrix = { rows: tokens, columns: tokens };
  return [
    { name: 'queries', values: queries, ...vectors, symbol: 'q', hue: 'query' },
    { name: 'keys', values: keys, ...vectors, symbol: 'k', hue: 'key' },
    { name: 'values', values, ...vectors, symbol: 'v', hue: 'value' },
    { name: 'scores', values: scores, ...matrix, symbol: 'scores' },
    { name: 'weights', values: weights, ...matrix, symbol: 'A' },
    { name: 'output', values: output, ...vectors },
  ];
}
