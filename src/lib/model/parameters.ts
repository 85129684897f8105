/**
 * Parameters as a list: the tensors of a nested record in the order in which the record was written.
 *
 * A name is the path to the tensor, `blocks.0.attention.qkv.weight`; a null stands for an absent tensor.
 */
import { Tensor } from '@tensorflow/tfjs-core';

export { countParameters } from './parameter-shapes.ts';

/** A record of tensors, of such records, or of lists of them. */
export type ParameterTree = Tensor | null | ParameterTree[] | { [name: string]: ParameterTree };

export interface NamedTensor {
  name: string;
  tensor: Tensor;
}

/** Every tensor with its name, in a stable order. */
export function flattenParameters(params: object): NamedTensor[] {
  return flattened(params as ParameterTree, '');
}

/** The same record with other tensors, given in the order of `flattenParameters`. */
export function replaceParameters<Params extends object>(
  params: Params,
  tensors: Tensor[],
): Params {
  const count = flattenParameters(params).length;
  if (tensors.length !== count)
    throw new RangeError(`parameters: the record holds ${count} tensors, got ${tensors.length}`);
  const queue = [...tensors];
  return replaced(params as unknown as ParameterTree, queue) as unknown as Params;
}

function flattened(node: ParameterTree, name: string): NamedTensor[] {
  if (node === null) return [];
  if (node instanceof Tensor) return [{ name, tensor: node }];
  return Object.entries(node).flatMap(([key, child]) =>
    flattened(child, name ? `${name}.${key}` : key),
  );
}

function replaced(node: ParameterTree, queue: Tensor[]): ParameterTree {
  if (node === null) return null;
  if (node instanceof Tensor) return queue.shift()!;
  if (Array.isArray(node)) return node.map((child) => replaced(child, queue));
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, replaced(child, queue)]),
  );
}
