/** Fixture JSON to tensors, and the measure by which results are compared. */
import { tensor, type Tensor } from '@tensorflow/tfjs-core';

/** Values row-major; an exact input is given as integers over a scale. */
export interface FixtureTensor {
  shape: number[];
  values: number[];
  scale?: number;
}

export function fixtureTensor({ shape, values, scale = 1 }: FixtureTensor): Tensor {
  return tensor(
    values.map((value) => value / scale),
    shape,
  );
}

/** max |a − b| / max(1, max |b|); infinite when shapes differ or a is not a number. */
export async function scaledError(actual: Tensor, expected: FixtureTensor): Promise<number> {
  if (actual.shape.join() !== expected.shape.join()) return Infinity;
  const values = await actual.data();
  const largest = expected.values.reduce((max, value) => Math.max(max, Math.abs(value)), 1);
  const errors = expected.values.map((value, index) => Math.abs(values[index] - value));
  return errors.some(Number.isNaN) ? Infinity : Math.max(0, ...errors) / largest;
}
