/** One block's hidden units over the patches of a picture: plain arrays in, plain numbers out. */
import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import type { MlpNeuronsResult } from '../../../lib/engine/computations/mlp-neurons.ts';
import { patchCount, prefixTokens } from '../../../lib/model/config.ts';

export interface Units {
  /** M. */
  count: number;
  /** Each unit's largest activation among the patches, [M]. */
  most: Float32Array;
  /** A unit's activation on each patch, [N]. */
  map: (unit: number) => Float32Array;
  /** What a unit is before GELU on each patch, [N]. */
  hidden: (unit: number) => Float32Array;
  /** A unit's activation on the class token; null without one. */
  classToken: (unit: number) => number | null;
}

/** The units of a block, from 0, in the shared pass. */
export function unitsOf({ trace, config }: ForwardResult, block: number): Units {
  const { shape, values } = trace[`blocks.${block}.mlp.activated`]!;
  const before = trace[`blocks.${block}.mlp.hidden`]!.values;
  const M = shape[1]!;
  const [skipped, N] = [prefixTokens(config), patchCount(config)];
  const column = (of: Float32Array, unit: number) =>
    Float32Array.from({ length: N }, (_, patch) => of[(patch + skipped) * M + unit]!);
  return {
    count: M,
    most: Float32Array.from({ length: M }, (_, unit) => Math.max(...column(values, unit))),
    map: (unit) => column(values, unit),
    hidden: (unit) => column(before, unit),
    classToken: (unit) => (skipped > 0 ? values[unit]! : null),
  };
}

/** The index of the largest number; the first of equals. */
export function argMax(values: ArrayLike<number>): number {
  let found = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[found]!) found = i;
  return found;
}

export interface Brightest {
  /** The picture's place in its set, from 0. */
  picture: number;
  patch: number;
  value: number;
}

/** Each picture's brightest patch for a unit, the brightest picture first. */
export function brightestFirst(
  { shape, brightest, patches }: MlpNeuronsResult,
  block: number,
  unit: number,
): Brightest[] {
  const [, M, B] = shape;
  const start = (block * M + unit) * B;
  return Array.from({ length: B }, (_, picture) => ({
    picture,
    patch: patches[start + picture]!,
    value: brightest[start + picture]!,
  })).sort((a, b) => b.value - a.value);
}
