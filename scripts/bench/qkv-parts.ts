/** One matrix q‖k‖v as three, for libraries whose layers keep them apart, and back. */
import type { NamedArray } from '../../src/lib/io/safetensors.ts';

const parts = ['query', 'key', 'value'];

/** `….qkv.weight` [D, 3D] becomes `….query.weight`, `….key.weight` and `….value.weight`, [D, D] each; biases alike. */
export function splitQkv(weights: NamedArray[]): NamedArray[] {
  return weights.flatMap((weight) => {
    if (!weight.name.includes('.qkv.')) return weight;
    const shape = [...weight.shape.slice(0, -1), weight.shape.at(-1)! / 3];
    return parts.map((part, index) => ({
      name: weight.name.replace('.qkv.', `.${part}.`),
      shape,
      values: columnsOf(weight.values, shape.at(-1)!, index),
    }));
  });
}

/** Puts the three side by side again, under the one name. */
export function joinQkv(byName: Map<string, Float32Array>, D: number): Map<string, Float32Array> {
  const joined = new Map<string, Float32Array>();
  for (const [name, values] of byName) {
    const [, part] = /\.(query|key|value)\./.exec(name) ?? [];
    if (!part) joined.set(name, values);
    if (part !== 'query') continue;
    const three = parts.map((other) => byName.get(name.replace('.query.', `.${other}.`))!);
    joined.set(name.replace('.query.', '.qkv.'), sideBySide(three, D));
  }
  return joined;
}

function columnsOf(values: Float32Array, D: number, part: number): Float32Array {
  const rows = values.length / (3 * D);
  return Float32Array.from({ length: rows * D }, (_, at) => {
    const row = Math.floor(at / D);
    return values[row * 3 * D + part * D + (at % D)];
  });
}

function sideBySide(three: Float32Array[], D: number): Float32Array {
  return Float32Array.from({ length: 3 * three[0].length }, (_, at) => {
    const [row, column] = [Math.floor(at / (3 * D)), at % (3 * D)];
    return three[Math.floor(column / D)][row * D + (column % D)];
  });
}
