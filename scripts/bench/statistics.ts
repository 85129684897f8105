import type { Spread } from '../../src/lib/io/bench-record.ts';

/** Median and quartiles, between two measurements by straight lines; null of nothing. */
export function spreadOf(values: number[]): Spread | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  return {
    low: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    high: quantile(sorted, 0.75),
    count: sorted.length,
  };
}

function quantile(sorted: number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = Math.floor(place);
  const above = Math.min(below + 1, sorted.length - 1);
  return threeDigits(sorted[below] + (sorted[above] - sorted[below]) * (place - below));
}

/** Three significant digits: more would be noise. */
export function threeDigits(value: number): number {
  return Number(value.toPrecision(3));
}
