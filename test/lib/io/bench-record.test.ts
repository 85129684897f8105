import { describe, expect, test } from 'vitest';
import {
  agrees,
  floorMs,
  imagesPerSecond,
  rowOf,
  timesFused,
  type SizeRecord,
} from '../../../src/lib/io/bench-record.ts';
import { madeUpRecord } from '../../made-up-bench.ts';

const { floor, sizes } = madeUpRecord;
const [size] = sizes;

describe('the record of the bench', () => {
  test('knows how many fused steps a rival’s step takes', () => {
    expect(timesFused(size, 'ops')).toBe(4); // 80 ms and 20 ms
    expect(timesFused(size, 'jaxWasm')).toBe(0.5);
    expect(timesFused(size, 'fused')).toBe(1);
  });

  test('has no ratio where a contestant did not run', () => {
    expect(timesFused(size, 'jaxWebgpu')).toBeUndefined();
    const alone: SizeRecord = { ...size, rows: size.rows.slice(0, 1) };
    expect(timesFused(alone, 'ops')).toBeUndefined();
  });

  test('counts images and the floor', () => {
    expect(imagesPerSecond(size, rowOf(size, 'fused')!)).toBe(1600); // 32 in 20 ms
    expect(floorMs(size, floor)).toBe(10); // 0.05 GFLOP at 5 GFLOP/s
  });

  test('agrees to 1e-4, of the loss and of every gradient', () => {
    expect(agrees({ loss: 1e-4, gradient: null })).toBe(true);
    expect(agrees({ loss: 1.1e-4, gradient: 0 })).toBe(false);
    expect(agrees({ loss: 0, gradient: 2e-4 })).toBe(false);
  });
});
