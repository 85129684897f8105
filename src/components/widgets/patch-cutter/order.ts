/** The order in which patches stand in the sequence: which patch is at each place. */
import { createRandomNumbers } from '../../../lib/tensors/random-numbers.ts';

export type Order = readonly number[];

/** Row by row, as an image is read. */
export const rowByRow = (count: number): Order => Array.from({ length: count }, (_, i) => i);

/** The order with a patch taken out and put in at another place; places beyond the ends are the ends. */
export function movedTo(order: Order, patch: number, place: number): Order {
  const rest = order.filter((one) => one !== patch);
  const at = Math.max(0, Math.min(rest.length, place));
  return [...rest.slice(0, at), patch, ...rest.slice(at)];
}

/** An order that a seed gives. */
export const shuffled = (count: number, seed: number): Order => [
  ...createRandomNumbers(seed).permutation(count),
];

export const isRowByRow = (order: Order): boolean => order.every((patch, place) => patch === place);
