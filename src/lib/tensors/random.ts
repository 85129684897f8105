/**
 * Random numbers and tensors that can be repeated: one seed, one sequence, on every machine and backend.
 *
 * Values are made as JS doubles and only then become float32 tensors, so that a backend has no say in them.
 */
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import { createRandomNumbers, type RandomNumbers, type RandomState } from './random-numbers.ts';

export type { RandomState } from './random-numbers.ts';

export interface Random extends RandomNumbers {
  /** Values in [0, 1). */
  uniformTensor(shape: number[]): Tensor;
  /** Values of N(0, standardDeviation²). */
  normalTensor(shape: number[], standardDeviation: number): Tensor;
  /** An independent sequence for a named purpose; this one does not move. */
  fork(label: string): Random;
}

/** A generator at the start of a seed's sequence, or where a stored one stood. */
export function createRandom(seed: number | RandomState): Random {
  return withTensors(createRandomNumbers(seed));
}

function withTensors(numbers: RandomNumbers): Random {
  return {
    ...numbers,
    uniformTensor: (shape) => fill(shape, numbers.uniform),
    normalTensor: (shape, standardDeviation) =>
      fill(shape, () => standardDeviation * numbers.normal()),
    fork: (label) => withTensors(numbers.fork(label)),
  };
}

function fill(shape: number[], draw: () => number): Tensor {
  const size = shape.reduce((product, side) => product * side, 1);
  return tensor(Float32Array.from({ length: size }, draw), shape, 'float32');
}
