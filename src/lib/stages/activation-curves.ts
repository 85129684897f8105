/**
 * The activations of one number, in doubles, with their derivatives: what
 * `activations.ts` does to each number of a tensor.
 *
 * GELU(x) = x Φ(x) (Hendrycks and Gimpel 2016), with Φ the share of a
 * standard normal distribution that lies below x.
 */
import type { Activation } from './activations.ts';

export interface Curve {
  value: (x: number) => number;
  /** Of ReLU at 0: 0, as PyTorch has it. */
  derivative: (x: number) => number;
}

/** φ(x) = exp(−x²/2) / √(2π). */
export function normalDensity(x: number): number {
  return Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
}

/**
 * Φ(x) = 1/2 + φ(x) (x + x³/3 + x⁵/(3·5) + …): to about 1e-15 for |x| up
 * to 8, and 0 or 1 beyond.
 */
export function normalShare(x: number): number {
  if (Math.abs(x) > 8) return x < 0 ? 0 : 1;
  let [sum, term] = [x, x];
  for (let odd = 3; Math.abs(term) > 1e-17 * Math.abs(sum); odd += 2) {
    term *= (x * x) / odd;
    sum += term;
  }
  return 0.5 + normalDensity(x) * sum;
}

const slope = Math.sqrt(2 / Math.PI);
const cubic = 0.044715;
const bent = (x: number) => Math.tanh(slope * (x + cubic * x ** 3));

export const activationCurves: Record<Activation, Curve> = {
  /** x Φ(x); Φ(x) + x φ(x). */
  gelu: {
    value: (x) => x * normalShare(x),
    derivative: (x) => normalShare(x) + x * normalDensity(x),
  },
  /** x (1 + t) / 2 with t = tanh(√(2/π) (x + 0.044715 x³)). */
  geluTanh: {
    value: (x) => (x * (1 + bent(x))) / 2,
    derivative: (x) => {
      const t = bent(x);
      const inner = slope * (1 + 3 * cubic * x * x);
      return (1 + t + x * (1 - t * t) * inner) / 2;
    },
  },
  /** max(x, 0). */
  relu: {
    value: (x) => Math.max(x, 0),
    derivative: (x) => (x > 0 ? 1 : 0),
  },
};

/**
 * Where |a − b| is largest for x from 0 to `to`, and how large: looked for
 * in steps of `to` / 10,000.
 */
export function largestGap(
  a: Curve,
  b: Curve,
  to: number,
): { x: number; gap: number } {
  let found = { x: 0, gap: 0 };
  for (let step = 0; step <= 10_000; step++) {
    const x = (to * step) / 10_000;
    const gap = Math.abs(a.value(x) - b.value(x));
    if (gap > found.gap) found = { x, gap };
  }
  return found;
}

/** The lowest point of a curve with one dip between `from` and 0. */
export function lowest({ value }: Curve, from: number) {
  let found = { x: 0, value: value(0) };
  for (let step = 0; step <= 10_000; step++) {
    const x = (from * step) / 10_000;
    if (value(x) < found.value) found = { x, value: value(x) };
  }
  return found;
}
