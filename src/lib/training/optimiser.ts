/**
 * The optimisers by name, over a list of tensors, of which some decay.
 *
 * All tensors are joined into one vector, the decayed ones first, so that a step costs two dozen operations however many
 * tensors there are. Decoupled decay shrinks the parameters before the step, θ ← (1 − ηλ) θ (`adamw`; Loshchilov and
 * Hutter 2019); coupled decay adds λθ to the gradient, where Adam's division dilutes it (`adam`, `sgd`).
 */
import { add, concat, mul, slice, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { joined, parted } from '../tensors/flat.ts';
import { adam, type AdamSettings, type Moments, type Moved } from './adam.ts';
import { sgd, type SgdSettings } from './sgd.ts';

export type { Moments } from './adam.ts';

export type OptimiserName = 'adamw' | 'adam' | 'sgd';

export interface OptimiserSettings extends AdamSettings, SgdSettings {
  optimiser: OptimiserName;
  /** λ. */
  weightDecay: number;
}

export const optimiserDefaults = {
  optimiser: 'adamw',
  beta1: 0.9,
  beta2: 0.999,
  epsilon: 1e-7,
  momentum: 0.9,
  weightDecay: 0,
} satisfies Partial<OptimiserSettings>;

/** Which tensors decay, in the order of the parameters. */
export type DecayGroups = boolean[];

export interface Update {
  parameters: Tensor[];
  moments: Moments;
}

/** Moments of as many numbers as the parameters have, all 0. */
export function initMoments(parameters: Tensor[]): Moments {
  const size = parameters.reduce((sum, tensor) => sum + tensor.size, 0);
  return { first: zeros([size]), second: zeros([size]) };
}

/** The tensors in the order of the moments, decayed ones first, as one vector: [n]. */
export function joinedByDecay(tensors: Tensor[], decayed: DecayGroups): Tensor {
  return joined(decayOrder(decayed).map((index) => tensors[index]));
}

/** Parameters and moments after step `step`, counted from 1; `gradient` comes from `joinedByDecay`. */
export function optimise(
  parameters: Tensor[],
  gradient: Tensor,
  moments: Moments,
  step: number,
  decayed: DecayGroups,
  settings: OptimiserSettings,
): Update {
  const theta = joinedByDecay(parameters, decayed);
  const count = parameters.reduce((sum, { size }, index) => sum + (decayed[index] ? size : 0), 0);
  const moved = moves[settings.optimiser]({ theta, gradient, moments, step, count, settings });
  const order = decayOrder(decayed);
  const shapes = order.map((index) => parameters[index].shape);
  const parts = parted(moved.parameters, shapes);
  return { parameters: restored(parts, order), moments: moved.moments };
}

interface Move {
  theta: Tensor;
  gradient: Tensor;
  moments: Moments;
  step: number;
  /** How many of the numbers decay. */
  count: number;
  settings: OptimiserSettings;
}

const moves: Record<OptimiserName, (move: Move) => Moved> = {
  adamw: (move) => adam(shrunk(move), move.gradient, move.moments, move.step, move.settings),
  adam: (move) => adam(move.theta, pulled(move), move.moments, move.step, move.settings),
  sgd: (move) => sgd(move.theta, pulled(move), move.moments, move.settings),
};

/** (1 − ηλ) θ where it decays. */
function shrunk({ theta, count, settings: { learningRate, weightDecay } }: Move): Tensor {
  return onFirst(theta, count, weightDecay, (part) => mul(part, 1 - learningRate * weightDecay));
}

/** g + λθ where it decays. */
function pulled({ theta, gradient, count, settings: { weightDecay } }: Move): Tensor {
  const pull = (part: Tensor) => add(part, mul(slice(theta, [0], [count]), weightDecay));
  return onFirst(gradient, count, weightDecay, pull);
}

/** The vector with its first `count` numbers changed; itself when there is nothing to change. */
function onFirst(
  vector: Tensor,
  count: number,
  weightDecay: number,
  change: (part: Tensor) => Tensor,
): Tensor {
  if (weightDecay === 0 || count === 0) return vector;
  const first = change(slice(vector, [0], [count]));
  return count === vector.size ? first : concat([first, slice(vector, [count], [-1])]);
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
