/** A small batch for tests of the norms: 3 of 4 samples, 4 tokens of 6 channels. */
import type { NormaliseRequest } from '../src/lib/engine/computations/normalise.ts';
import { createRandomNumbers } from '../src/lib/tensors/random-numbers.ts';
import type { Batch } from './norms-by-hand.ts';

export function normBatch() {
  const random = createRandomNumbers(7);
  const draw = (length: number) => Float32Array.from({ length }, () => random.normal());
  const pool = draw(4 * 4 * 6).map((value) => 2 * value + 0.5);
  const request: NormaliseRequest = {
    pool,
    shape: [4, 4, 6],
    batch: 3,
    norm: 'token',
    groups: 2,
    epsilon: null,
    affine: { weight: draw(6).map((value) => 1 + value / 4), bias: draw(6) },
    training: true,
    batchesSeen: 0,
    seed: 1,
    shift: { sample: 2, by: 1.5 },
  };
  /** The batch with something added to its last sample. */
  const batch = (by: number): Batch => ({
    values: Float32Array.from(pool.subarray(0, 3 * 24), (v, i) => v + (i >= 48 ? by : 0)),
    shape: [3, 4, 6],
  });
  return { request, batch };
}
