/** Records of tensors to lists by path and back: `{ qkv: { weight } }` ↔ `qkv.weight`. */
import { Tensor } from '@tensorflow/tfjs-core';

/** Every tensor in a record or list, however deep, by its path. */
export function byPath(node: unknown, path = ''): Record<string, Tensor> {
  if (node instanceof Tensor) return { [path]: node };
  if (node === null || typeof node !== 'object') return {};
  return Object.assign(
    {},
    ...Object.entries(node).map(([key, child]) => byPath(child, path ? `${path}.${key}` : key)),
  );
}

type Nested = Tensor | { [key: string]: Nested };

/** The inverse, for records without lists. */
export function nested(tensors: Record<string, Tensor>): { [key: string]: Nested } {
  const result: { [key: string]: Nested } = {};
  for (const [path, tensor] of Object.entries(tensors)) {
    const keys = path.split('.');
    const last = keys.pop()!;
    const place = keys.reduce<{ [key: string]: Nested }>((node, key) => {
      node[key] ??= {};
      return node[key] as { [key: string]: Nested };
    }, result);
    place[last] = tensor;
  }
  return result;
}
