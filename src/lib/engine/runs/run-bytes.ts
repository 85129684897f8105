/**
 * A run as bytes: a safetensors file whose tensors are the weights, the moments and the curves, and whose metadata hold
 * the rest as JSON.
 *
 * Every number comes back with the same bits; only a signalling NaN becomes a quiet one.
 */
import {
  decodeSafetensors,
  encodeSafetensors,
  type NamedArray,
  type StoredTensor,
} from '../../io/safetensors.ts';
import type { RunState, RunSummary, SavedRun } from '../../io/run-document.ts';
import type { RandomState } from '../../tensors/random-numbers.ts';
import { upgraded, type RunHeader } from './upgrade.ts';

const vectors = ['first', 'second', 'losses', 'accuracies'] as const;

export function encodeRun({ summary, state }: SavedRun): Uint8Array<ArrayBuffer> {
  const { step, random, parameters, best } = state;
  const header = { summary, state: { step, random, best: best && best.step } };
  const tensors = [
    ...parameters.map((array) => under('parameters', array)),
    ...(best?.parameters ?? []).map((array) => under('best', array)),
    ...vectors.map((name) => vector(name, state[name])),
  ];
  return encodeSafetensors(tensors, { metadata: { run: JSON.stringify(header, plainNumber) } });
}

const under = (folder: string, array: NamedArray) => ({
  ...array,
  name: `${folder}/${array.name}`,
});
const vector = (name: string, values: Float32Array) => ({ name, shape: [values.length], values });

/** The run that was stored as these bytes, of any version so far. Throws an Error when they are something else. */
export function decodeRun(bytes: Uint8Array, version: number): SavedRun {
  const { metadata, tensors } = decodeSafetensors(bytes);
  const header = JSON.parse(metadata.run ?? 'null', realNumber) as RunHeader;
  const { summary, state } = upgraded(header, version);
  return { summary: summary as unknown as RunSummary, state: stateOf(state!, tensors) };
}

function stateOf(plain: Record<string, unknown>, tensors: Map<string, StoredTensor>): RunState {
  const { step, random, best } = plain as {
    step: number;
    random: RandomState;
    best: number | null;
  };
  const [first, second, losses, accuracies] = vectors.map((name) => floats(tensors.get(name)!));
  return {
    step,
    random,
    parameters: folder('parameters', tensors),
    first,
    second,
    losses,
    accuracies,
    best: best === null ? null : { step: best, parameters: folder('best', tensors) },
  };
}

function folder(name: string, tensors: Map<string, StoredTensor>): NamedArray[] {
  const inside = [...tensors].filter(([path]) => path.startsWith(`${name}/`));
  return inside.map(([path, tensor]) => ({
    name: path.slice(name.length + 1),
    shape: tensor.shape,
    values: floats(tensor),
  }));
}

/** A copy, so that it begins where a Float32Array may begin. */
const floats = ({ bytes }: StoredTensor) => new Float32Array(bytes.slice().buffer);

/** JSON has no NaN, no infinity and no negative zero: they stand as `{ "number": "NaN" }`. */
function plainNumber(_key: string, value: unknown): unknown {
  if (typeof value !== 'number' || (Number.isFinite(value) && !Object.is(value, -0))) return value;
  return { number: value === 0 ? '-0' : String(value) };
}

function realNumber(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const { number, ...others } = value as { number?: unknown };
  return typeof number === 'string' && Object.keys(others).length === 0 ? Number(number) : value;
}
