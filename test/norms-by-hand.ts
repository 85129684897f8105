/** Five norms in plain arithmetic, in doubles: who belongs together is asked of every pair of numbers. */
import type { NormKind, Place } from '../src/lib/figures/norm-groups.ts';

export interface Batch {
  values: ArrayLike<number>;
  shape: readonly [B: number, P: number, C: number];
}

type Together = (a: Place, b: Place, C: number, groups: number) => boolean;

const sameSample: Together = (a, b) => a.sample === b.sample;
const sameToken: Together = (a, b) => a.sample === b.sample && a.position === b.position;

export const together: Record<NormKind, Together> = {
  token: sameToken,
  rms: sameToken,
  sample: sameSample,
  batch: (a, b) => a.channel === b.channel,
  group: (a, b, C, groups) =>
    a.sample === b.sample &&
    Math.floor(a.channel / (C / groups)) === Math.floor(b.channel / (C / groups)),
};

/** Every place of a batch, in the order of its numbers. */
export function places([B, P, C]: Batch['shape']): Place[] {
  return Array.from({ length: B * P * C }, (_, i) => ({
    sample: Math.floor(i / (P * C)),
    position: Math.floor(i / C) % P,
    channel: i % C,
  }));
}

interface Options {
  norm: NormKind;
  groups: number;
  epsilon: number;
  weight: ArrayLike<number>;
  bias: ArrayLike<number>;
}

/** γ (x − μ) / √(σ² + ε) + β of every number, with its own group's μ and σ²; RMSNorm without μ and β. */
export function normByHand({ values, shape }: Batch, options: Options): number[] {
  const { norm, groups, epsilon, weight, bias } = options;
  const all = places(shape);
  return all.map((place, i) => {
    const group = all.flatMap((other, j) =>
      together[norm](place, other, shape[2], groups) ? [values[j]!] : [],
    );
    const mean = norm === 'rms' ? 0 : average(group);
    const variance = average(group.map((value) => (value - mean) ** 2));
    const normalised = (values[i]! - mean) / Math.sqrt(variance + epsilon);
    const shift = norm === 'rms' ? 0 : bias[place.channel]!;
    return weight[place.channel]! * normalised + shift;
  });
}

export const average = (values: readonly number[]) =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
