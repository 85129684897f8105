/** The activations of one number against PyTorch in doubles. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  activationCurves,
  largestGap,
  lowest,
  normalShare,
  type Curve,
} from '../../../src/lib/stages/activation-curves.ts';

interface Fixture {
  x: number[];
  curves: Record<keyof typeof activationCurves, { value: number[]; derivative: number[] }>;
  gap: { x: number; gap: number };
}

const fixture = JSON.parse(readFileSync('test/fixtures/activation-curves.json', 'utf8')) as Fixture;

describe.each(Object.entries(activationCurves))('%s', (name, curve: Curve) => {
  const expected = fixture.curves[name as keyof typeof activationCurves];

  test.each(['value', 'derivative'] as const)('its %s is PyTorch’s', (kind) => {
    for (const [i, x] of fixture.x.entries())
      expect(Math.abs(curve[kind](x) - expected[kind][i]), `at ${x}`).toBeLessThan(1e-14);
  });
});

test('the two forms of GELU lie farthest apart where PyTorch’s do', () => {
  const { gelu, geluTanh } = activationCurves;
  const found = largestGap(gelu, geluTanh, 5);
  expect(found.x).toBeCloseTo(fixture.gap.x, 2);
  expect(found.gap).toBeCloseTo(fixture.gap.gap, 9);
});

test('GELU dips where its derivative is zero', () => {
  const { x, value } = lowest(activationCurves.gelu, -5);
  expect(activationCurves.gelu.derivative(x)).toBeCloseTo(0, 3);
  expect(value).toBeCloseTo(-0.17, 2);
});

test('the share below x, at values known from tables', () => {
  expect(normalShare(0)).toBe(0.5);
  expect(normalShare(1.959963984540054)).toBeCloseTo(0.975, 14);
  expect(normalShare(-9)).toBe(0);
  expect(normalShare(9)).toBe(1);
});
