/** Many tensors as one long vector and back: one operation on the vector stands for one on each tensor. */
import { concat, reshape, slice, type Tensor } from '@tensorflow/tfjs-core';

/** The tensors' numbers one after the other: [n]. */
export function joined(tensors: Tensor[]): Tensor {
  const rows = tensors.map((tensor) => reshape(tensor, [tensor.size]));
  return rows.length === 1 ? rows[0] : concat(rows);
}

/** The inverse: pieces of the vector in the shapes given, in their order. */
export function parted(vector: Tensor, shapes: number[][]): Tensor[] {
  let start = 0;
  return shapes.map((shape) => {
    const size = shape.reduce((product, side) => product * side, 1);
    const piece = reshape(slice(vector, [start], [size]), shape);
    start += size;
    return piece;
  });
}
