/**
 * Adam and AdamW over one long vector of all parameters.
 *
 * m ← β₁ m + (1 − β₁) g,  v ← β₂ v + (1 − β₂) g²,  θ ← θ − η m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ), v̂ = v / (1 − β₂ᵗ)
 * (Kingma and Ba 2015). AdamW first shrinks the decayed parameters, θ ← (1 − ηλ) θ (Loshchilov and Hutter 2019).
 * ε stands outside the root, after the bias correction, as in PyTorch.
 *
 * All tensors are joined into one vector, so that a step costs two dozen operations however many tensors there are.
 */
import { add, concat, div, mul, sqrt, square, sub, type Tensor } from '@tensorflow/tfjs-core';
import { joined, parted } from '../tensors/flat.ts';

export interface AdamSettings {
  learningRate: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  /** λ; 0 is plain Adam. */
  weightDecay: number;
}

export const adamDefaults = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7, weightDecay: 0 };

/** m and v of every parameter, decayed parameters first: [n] each. */
export interface Moments {
  first: Tensor;
  second: Tensor;
}

export interface Update {
  parameters: Tensor[];
  moments: Moments;
}

/** Which parameters shrink: `true` for each tensor that weight decay applies to. */
export type DecayGroups = boolean[];

/** θ, m and v after step `step` (counted from 1), given each parameter's gradient. */
export function adam(
  parameters: Tensor[],
  gradient: Tensor,
  moments: Moments,
  step: number,
  decayed: DecayGroups,
  settings: AdamSettings,
): Update {
  const { learningRate, beta1, beta2, epsilon, weightDecay } = settings;
  const first = add(mul(moments.first, beta1), mul(gradient, 1 - beta1));
  const second = add(mul(moments.second, beta2), mul(square(gradient), 1 - beta2));
  const root = sqrt(mul(second, 1 / (1 - beta2 ** step)));
  const change = div(mul(first, learningRate / (1 - beta1 ** step)), add(root, epsilon));
  const shrunk = decayedFirst(parameters, decayed, 1 - learningRate * weightDecay);
  const order = decayOrder(decayed);
  const shapes = order.map((index) => parameters[index].shape);
  return {
    parameters: restored(parted(sub(shrunk, change), shapes), order),
    moments: { first, second },
  };
}

/** The gradients in the order of the moments, as one vector: [n]. */
export function joinedGradients(gradients: Tensor[], decayed: DecayGroups): Tensor {
  return joined(decayOrder(decayed).map((index) => gradients[index]));
}

/** θ as one vector, the decayed ones first and times `factor`. */
function decayedFirst(parameters: Tensor[], decayed: DecayGroups, factor: number): Tensor {
  const group = (wanted: boolean) => parameters.filter((_, index) => decayed[index] === wanted);
  if (factor === 1) return joined([...group(true), ...group(false)]);
  const parts = [group(true), group(false)].filter((tensors) => tensors.length > 0).map(joined);
  return decayed.includes(true) ? concat([mul(parts[0], factor), ...parts.slice(1)]) : parts[0];
}

function decayOrder(decayed: DecayGroups): number[] {
  const indices = decayed.map((_, index) => index);
  return [
    ...indices.filter((index) => decayed[index]),
    ...indices.filter((index) => !decayed[index]),
  ];
}

function restored(tensors: Tensor[], order: number[]): Tensor[] {
  const result: Tensor[] = [];
  order.forEach((index, place) => (result[index] = tensors[place]));
  return result;
}
