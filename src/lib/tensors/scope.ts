/** `tidy` and `dispose` of TensorFlow.js for records of any type: their own types know only index signatures. */
import { clone, dispose, tidy, type Tensor, type TensorContainer } from '@tensorflow/tfjs-core';

/** Runs `work` and frees every tensor made in it that is not in the record that it returns. */
export function scoped<Result>(work: () => Result): Result {
  return tidy(work as () => TensorContainer as () => void) as Result;
}

/** Frees every tensor in a record. */
export function release(record: object): void {
  dispose(record as TensorContainer);
}

/** A tensor that was kept through a scope's end, back in the hands of the scope around. */
export function reclaimed(kept: Tensor): Tensor {
  const own = clone(kept);
  kept.dispose();
  return own;
}
