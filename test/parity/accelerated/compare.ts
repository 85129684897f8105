/**
 * Two ways to compute the same thing, compared in their values and in every gradient: the fused one on WebGL, the plain
 * one on the CPU, which compiles nothing and rounds in its own way. TensorFlow.js moves tensors between the two.
 */
import '@tensorflow/tfjs-backend-cpu';
import { mul, setBackend, sum, tidy, valueAndGrads, type Tensor } from '@tensorflow/tfjs-core';
import { startBackend } from '../../../src/lib/engine/backend.ts';
import { createRandom } from '../../../src/lib/tensors/random.ts';

await startBackend(['webgl']);

/** Runs plain operations on the CPU, then goes back to WebGL. */
export async function onCpu<Result>(work: () => Result | Promise<Result>): Promise<Result> {
  await setBackend('cpu');
  const result = await work();
  await setBackend('webgl');
  return result;
}

/** max |a − b| / max(1, max |b|); infinite when shapes differ or a is not a number. */
export async function tensorError(actual: Tensor, expected: Tensor): Promise<number> {
  if (actual.shape.join() !== expected.shape.join()) return Infinity;
  const [a, b] = [await actual.data(), await expected.data()];
  let error = 0;
  let largest = 1;
  for (let i = 0; i < b.length; i++) {
    if (!Number.isFinite(a[i])) return Infinity;
    error = Math.max(error, Math.abs(a[i] - b[i]));
    largest = Math.max(largest, Math.abs(b[i]));
  }
  return error / largest;
}

type Op = (...inputs: Tensor[]) => Tensor;

/** The largest error of the output and of the gradient by each input, the output weighed with random numbers. */
export async function opError(inputs: Tensor[], fused: Op, plain: Op): Promise<number> {
  const actual = outputAndGradients(inputs, fused);
  const expected = await onCpu(() => outputAndGradients(inputs, plain));
  const errors: number[] = [];
  for (const [index, tensor] of actual.entries())
    errors.push(await tensorError(tensor, expected[index]));
  return Math.max(...errors);
}

function outputAndGradients(inputs: Tensor[], op: Op): Tensor[] {
  return tidy(() => {
    const output = op(...inputs);
    const weights = createRandom(99).uniformTensor(output.shape);
    const { grads } = valueAndGrads((...x) => sum(mul(op(...x), weights)))(inputs);
    return [output, ...grads];
  });
}
