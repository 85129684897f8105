/** What every contestant offers, and the task that all of them get: equal weights, equal pictures. */
import type { ContestantName } from '../../src/lib/io/bench-record.ts';
import type { NamedArray } from '../../src/lib/io/safetensors.ts';
import { createRandomNumbers } from '../../src/lib/tensors/random-numbers.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';

export interface Contestant {
  /** One step: resolves when the loss can be asked for. */
  step(): Loss | Promise<Loss>;
  /** Loss and gradients at the weights of the moment. */
  gradients(): Promise<Gradients>;
  /** True where a step waits for its loss in any case. */
  readsEachLoss?: boolean;
}

export interface Loss {
  read(): Promise<number>;
  /** Frees it unread. */
  drop(): void;
}

export interface Gradients {
  loss: number;
  /** By the names of `flattenParameters`. */
  byName: Map<string, Float32Array>;
}

/** Builds a contestant with the weights of the settings' seed. */
export type Open = (settings: TrainingSettings, weights: NamedArray[]) => Promise<Contestant>;

/** How each is started; loading one loads no other's library. */
export const openers: Record<ContestantName, () => Promise<Open>> = {
  stock: async () => (await import('./stock.ts')).openStock,
  mended: async () => (await import('./stock.ts')).openMended,
  ops: async () => (await import('./ops.ts')).openOps,
  plain: async () => (await import('./own.ts')).openPlain,
  fused: async () => (await import('./own.ts')).openFused,
  jaxWasm: async () => (await import('./jax.ts')).openWasm,
  jaxWebgl: async () => (await import('./jax.ts')).openWebgl,
  jaxWebgpu: async () => (await import('./jax.ts')).openWebgpu,
};

export interface Pictures {
  /** [B, S, S, C], N(0, 1). */
  images: Float32Array;
  /** [B]. */
  labels: Int32Array;
}

/** The one batch that every contestant trains on. */
export function picturesOf({ model, batchSize }: TrainingSettings): Pictures {
  const random = createRandomNumbers(5);
  const { imageSize, inChannels, numClasses } = model;
  const size = batchSize * imageSize ** 2 * inChannels;
  return {
    images: Float32Array.from({ length: size }, () => random.normal()),
    labels: Int32Array.from({ length: batchSize }, () => random.integer(numClasses)),
  };
}

/** By name, so that each library can lay the numbers out in its own way. */
export function weightOf(weights: NamedArray[], name: string): NamedArray {
  const found = weights.find((weight) => weight.name === name);
  if (!found)
    throw new Error(`weights: ${name} is not among ${weights.map(({ name }) => name).join(', ')}`);
  return found;
}
