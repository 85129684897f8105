/** Tensors from and to nested arrays, and what generated cases are made of. */
import { abs, max, sub, tensor, type Tensor } from '@tensorflow/tfjs-core';
import fc from 'fast-check';
import { createRandom } from '../../src/lib/tensors/random.ts';

/** Numbers of N(0, 1), repeatable. */
export function normal(seed: number, shape: number[], spread = 1): Tensor {
  return createRandom(seed).normalTensor(shape, spread);
}

/** max |a − b|. */
export function difference(a: Tensor, b: Tensor): number {
  if (a.shape.join() !== b.shape.join()) return Infinity;
  return max(abs(sub(a, b))).dataSync()[0];
}

export function values(x: Tensor): number[] {
  return Array.from(x.dataSync());
}

/** [0, 1, 2, …] in a shape. */
export function counting(shape: number[]): Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  return tensor([...Array(size).keys()], shape, 'float32');
}

export const side = (largest: number) => fc.integer({ min: 1, max: largest });
export const seed = fc.integer({ min: 1, max: 1_000_000 });

const { PROPERTY_RUNS } = process.env;

/** A property is tried on the same few cases in each run, on as many new ones as asked for in the long one. */
export const runs = PROPERTY_RUNS ? { numRuns: Number(PROPERTY_RUNS) } : { numRuns: 20, seed: 1 };
