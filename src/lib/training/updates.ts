/** What a training step did to the parameters, from plain arrays: how long each update was, and the largest ones. */
import { sizeOf } from '../model/parameter-shapes.ts';

/** A parameter tensor in a step: lengths (2-norms) of its values, gradient and update. */
export interface MovedParameter {
  name: string;
  shape: number[];
  weight: number;
  gradient: number;
  update: number;
}

export interface LargeUpdate {
  name: string;
  /** Place within the tensor. */
  at: number[];
  before: number;
  /** ∂loss/∂θ, before clipping. */
  gradient: number;
  after: number;
}

/** All parameters in one row, before and after a step, with the gradient between. */
export interface Numbers {
  before: Float32Array;
  gradients: Float32Array;
  after: Float32Array;
}

export interface Placed {
  name: string;
  shape: number[];
}

/** Lengths of each tensor's values, gradient and update; `parameters` in the order of the numbers. */
export function describeParameters(
  parameters: Placed[],
  { before, gradients, after }: Numbers,
): MovedParameter[] {
  let start = 0;
  return parameters.map(({ name, shape }) => {
    const end = start + sizeOf(shape);
    const update = after.slice(start, end).map((value, index) => value - before[start + index]);
    const described = {
      name,
      shape,
      weight: lengthOf(before.subarray(start, end)),
      gradient: lengthOf(gradients.subarray(start, end)),
      update: lengthOf(update),
    };
    start = end;
    return described;
  });
}

/** The `count` numbers that moved most. */
export function largestUpdates(
  parameters: Placed[],
  { before, gradients, after }: Numbers,
  count: number,
): LargeUpdate[] {
  const order = Array.from(before.keys());
  const moved = (index: number) => Math.abs(after[index] - before[index]);
  order.sort((a, b) => moved(b) - moved(a));
  return order.slice(0, count).map((index) => ({
    ...placeOf(parameters, index),
    before: before[index],
    gradient: gradients[index],
    after: after[index],
  }));
}

/** Which tensor holds a number of the joined vector, and where. */
function placeOf(parameters: Placed[], index: number): { name: string; at: number[] } {
  let rest = index;
  for (const { name, shape } of parameters) {
    const size = sizeOf(shape);
    if (rest < size) return { name, at: unravelled(rest, shape) };
    rest -= size;
  }
  throw new RangeError(`walk: number ${index} lies in no parameter`);
}

function unravelled(index: number, shape: number[]): number[] {
  let rest = index;
  return shape
    .slice()
    .reverse()
    .map((side) => {
      const at = rest % side;
      rest = Math.floor(rest / side);
      return at;
    })
    .reverse();
}

/** 2-norm. */
export function lengthOf(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}
