/**
 * A stage's fixture: what PyTorch computes from exact inputs, as JSON (public/parity, written by
 * test/fixtures/generate.py).
 */
import { tensor, type Tensor } from '@tensorflow/tfjs-core';

/** Values row-major; an exact input is given as integers over a scale. */
export interface FixtureTensor {
  shape: number[];
  values: number[];
  scale?: number;
}

export type FixtureTensors = Record<string, FixtureTensor>;

export interface ParityCase {
  /** What of the stage is run, in words. */
  variant: string;
  /** The stage's config, and for some stages the draws of its random numbers. */
  config: Record<string, unknown>;
  inputs: FixtureTensors;
  parameters: FixtureTensors;
  /** Every intermediate by its path in the stage's trace. */
  forward: FixtureTensors;
  /** Intermediates that are not compared. */
  omitted?: string[];
  /** The gradients are those of sum(output · cotangent). */
  cotangent?: FixtureTensor;
  /** By parameter, or by `inputs.` and the input. */
  gradients: FixtureTensors;
  /** An optimiser's gradients, step by step. */
  steps?: FixtureTensors[];
}

export interface ParityFixture {
  stage: string;
  /** Which library computed it, and how. */
  source: string;
  cases: ParityCase[];
}

export function fixtureTensor({ shape, values, scale = 1 }: FixtureTensor): Tensor {
  return tensor(
    values.map((value) => value / scale),
    shape,
    'float32',
  );
}

export function fixtureTensors(record: FixtureTensors): Record<string, Tensor> {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [name, fixtureTensor(value)]),
  );
}

/** max |a − b| / max(1, max |b|); infinite when shapes differ or a number is missing. */
export function scaledError(
  values: ArrayLike<number>,
  shape: number[],
  expected: FixtureTensor,
): number {
  if (shape.join() !== expected.shape.join()) return Infinity;
  const scale = expected.scale ?? 1;
  let [worst, largest] = [0, 1];
  expected.values.forEach((value, index) => {
    const error = Math.abs(values[index] - value / scale);
    worst = Math.max(worst, Number.isNaN(error) ? Infinity : error);
    largest = Math.max(largest, Math.abs(value / scale));
  });
  return worst / largest;
}
