/**
 * Parameters as a list: the tensors of a nested record in the order in which the record was written.
 *
 * A name is the path to the tensor, `blocks.0.attention.qkv.weight`; a null stands for an absent tensor. What lies under
 * `running` are buffers, the running averages of a batch norm: part of a model and of what is saved, but not trained.
 */
import { Tensor } from '@tensorflow/tfjs-core';

export { countParameters } from './parameter-shapes.ts';

/** A record of tensors, of such records, or of lists of them. */
export type ParameterTree = Tensor | null | ParameterTree[] | { [name: string]: ParameterTree };

export interface NamedTensor {
  name: string;
  tensor: Tensor;
}

/** Every tensor that is trained with its name, in a stable order. */
export function flattenParameters(params: object): NamedTensor[] {
  return flattened(params).filter(({ name }) => !isBuffer(name));
}

/** Every buffer with its name, in a stable order. */
export function flattenBuffers(params: object): NamedTensor[] {
  return flattened(params).filter(({ name }) => isBuffer(name));
}

/** The same record, buffers too, with other parameters, given in the order of `flattenParameters`. */
export function replaceParameters<Params extends object>(
  params: Params,
  tensors: Tensor[],
): Params {
  return replaced(params, 'parameters', flattenParameters(params), tensors);
}

/** The same record, parameters too, with other buffers, given in the order of `flattenBuffers`. */
export function replaceBuffers<Params extends object>(params: Params, tensors: Tensor[]): Params {
  return replaced(params, 'buffers', flattenBuffers(params), tensors);
}

function isBuffer(name: string): boolean {
  return name.split('.').includes('running');
}

function flattened(params: object): NamedTensor[] {
  const found: NamedTensor[] = [];
  mapped(params as ParameterTree, '', (name, tensor) => {
    found.push({ name, tensor });
    return tensor;
  });
  return found;
}

function replaced<Params extends object>(
  params: Params,
  kind: string,
  old: NamedTensor[],
  tensors: Tensor[],
): Params {
  if (tensors.length !== old.length)
    throw new RangeError(`${kind}: the record holds ${old.length} tensors, got ${tensors.length}`);
  const fresh = new Map(old.map(({ name }, index) => [name, tensors[index]]));
  const pick = (name: string, tensor: Tensor) => fresh.get(name) ?? tensor;
  return mapped(params as ParameterTree, '', pick) as unknown as Params;
}

/** The same record with what `pick` makes of each tensor. */
function mapped(
  node: ParameterTree,
  path: string,
  pick: (name: string, tensor: Tensor) => Tensor,
): ParameterTree {
  if (node === null) return null;
  if (node instanceof Tensor) return pick(path, node);
  const at = (key: string | number) => (path ? `${path}.${key}` : `${key}`);
  if (Array.isArray(node)) return node.map((child, index) => mapped(child, at(index), pick));
  return Object.fromEntries(
    Object.entries(node).map(([key, child]) => [key, mapped(child, at(key), pick)]),
  );
}
