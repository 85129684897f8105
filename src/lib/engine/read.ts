/** Reads tensors back, and never mistakes a lost GPU for zeros. */
import type { Tensor } from '@tensorflow/tfjs-core';
import { contextLost } from './backend.ts';

/** Longer than any honest read-back takes; a lost context can leave one pending for ever. */
const timeLimit = 30_000;

/** The GPU context is gone: what was read cannot be trusted. */
export class ContextLostError extends Error {
  constructor() {
    super('the GPU context was lost');
    this.name = 'ContextLostError';
  }
}

/**
 * The tensor's values, float32.
 *
 * @throws ContextLostError when the context is lost by the time that the values are here.
 */
export async function readTensor(tensor: Tensor): Promise<Float32Array> {
  const values = await withTimeLimit(tensor.data());
  checkContext();
  return values as Float32Array;
}

/** A tensor as plain data, row-major. */
export interface PlainTensor {
  shape: number[];
  values: Float32Array;
}

export async function readPlain(tensor: Tensor): Promise<PlainTensor> {
  return { shape: tensor.shape, values: await readTensor(tensor) };
}

/** @throws ContextLostError when the GPU has dropped our context: nothing computed since can be trusted. */
export function checkContext(): void {
  if (contextLost()) throw new ContextLostError();
}

function withTimeLimit<T>(promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new ContextLostError()), timeLimit);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
