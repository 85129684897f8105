import { describe, expect, test } from 'vitest';
import { joinQkv, splitQkv } from '../../scripts/bench/qkv-parts.ts';
import { flopPerStep, sizes } from '../../scripts/bench/sizes.ts';
import { spreadOf } from '../../scripts/bench/statistics.ts';

describe('the bench', () => {
  test('gives median and quartiles', () => {
    expect(spreadOf([40, 10, 30, 20, 50])).toEqual({ low: 20, median: 30, high: 40, count: 5 });
    expect(spreadOf([1, 2])).toEqual({ low: 1.25, median: 1.5, high: 1.75, count: 2 });
    expect(spreadOf([])).toBeNull();
  });

  test('counts the multiplications of a step', () => {
    const { settings } = sizes.find(({ name }) => name === 'middling')!;
    // 2 · 64 · (16·49·64 patches; 4 blocks of 17·64·192 + 2·17²·64 + 17·64² + 2·17·64·128; 640 classes)
    const patches = 16 * 49 * 64;
    const block = 17 * 64 * 192 + 2 * 17 ** 2 * 64 + 17 * 64 ** 2 + 2 * 17 * 64 * 128;
    expect(flopPerStep(settings)).toBe(2 * 64 * (2 * patches + 3 * (4 * block + 640)));
    expect(flopPerStep(settings)).toBe(925_548_544);
  });

  test('takes q, k and v apart and puts them together again', () => {
    const qkv = { name: 'a.qkv.weight', shape: [2, 6], values: Float32Array.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12) }; // prettier-ignore
    const other = { name: 'b.weight', shape: [1], values: Float32Array.of(13) };
    const parts = splitQkv([qkv, other]);
    expect(parts.map(({ name, shape, values }) => [name, shape, [...values]])).toEqual([
      ['a.query.weight', [2, 2], [1, 2, 7, 8]],
      ['a.key.weight', [2, 2], [3, 4, 9, 10]],
      ['a.value.weight', [2, 2], [5, 6, 11, 12]],
      ['b.weight', [1], [13]],
    ]);
    const joined = joinQkv(new Map(parts.map(({ name, values }) => [name, values])), 2);
    expect(joined).toEqual(new Map([['a.qkv.weight', qkv.values], ['b.weight', other.values]])); // prettier-ignore
  });
});
