/**
 * How fresh parameters are drawn: a table of named schemes.
 *
 * `xavier` is the lab's: dense layers uniform within ±√(6 / (in + out)) (Glorot and Bengio 2010), tokens and positions
 * N(0, 0.02²). Biases start at 0 and norms at 1 in every scheme.
 */
import { type Tensor, sub, mul } from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';

export interface Initialisation {
  /** A dense layer's weight, [in, out]. */
  dense(random: Random, fanIn: number, fanOut: number): Tensor;
  /** A learned token, [1, 1, D]. */
  token(random: Random, shape: number[]): Tensor;
  /** The learned position table, [1, T, D]. */
  position(random: Random, shape: number[]): Tensor;
}

const spread = 0.02;

export const initialisations = {
  xavier: {
    dense: (random, fanIn, fanOut) =>
      uniformWithin(random, [fanIn, fanOut], Math.sqrt(6 / (fanIn + fanOut))),
    token: (random, shape) => random.normalTensor(shape, spread),
    position: (random, shape) => random.normalTensor(shape, spread),
  },
} satisfies Record<string, Initialisation>;

export type InitialisationName = keyof typeof initialisations;

function uniformWithin(random: Random, shape: number[], limit: number): Tensor {
  return mul(sub(random.uniformTensor(shape), 0.5), 2 * limit);
}
