/** How far a contestant's loss and gradients are from the plain path's, at equal weights. */
import type { Agreement } from '../../src/lib/io/bench-record.ts';
import type { NamedArray } from '../../src/lib/io/safetensors.ts';
import { toParameters } from '../../src/lib/io/tensors.ts';
import { createRandom } from '../../src/lib/tensors/random.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';
import { lossAndGradients } from '../../src/lib/training/step.ts';
import type { Gradients } from './contestant.ts';
import { batchOf, readGradients, startWebgl } from './own.ts';

export async function agreementWithPlain(
  actual: Gradients,
  settings: TrainingSettings,
  weights: NamedArray[],
): Promise<Agreement> {
  await startWebgl();
  const parameters = toParameters(weights, settings.model);
  const batch = batchOf(settings);
  const expected = await readGradients(
    () => lossAndGradients(parameters, batch, settings, createRandom(1)),
    parameters,
  );
  const errors = [...expected.byName].map(([name, values]) =>
    relativeError(actual.byName.get(name), values),
  );
  return {
    loss: relativeError(Float32Array.of(actual.loss), Float32Array.of(expected.loss)),
    gradient: Math.max(...errors),
  };
}

/** max |a − b| / max(1, max |b|); infinite when numbers are missing or are none. */
function relativeError(actual: Float32Array | undefined, expected: Float32Array): number {
  if (actual?.length !== expected.length) return Infinity;
  let [error, largest] = [0, 1];
  for (const [index, value] of expected.entries()) {
    if (!Number.isFinite(actual[index])) return Infinity;
    error = Math.max(error, Math.abs(actual[index] - value));
    largest = Math.max(largest, Math.abs(value));
  }
  return error / largest;
}
