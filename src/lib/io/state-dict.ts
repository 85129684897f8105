/**
 * A model's parameters under timm's or torchvision's names and shapes, and back.
 *
 * Plain arrays only. An import either returns every parameter or throws with all that is wrong, each by name and with both
 * shapes; it changes nothing.
 */
import { prefixTokens, tokenCount, type VitConfig } from '../model/config.ts';
import { sizeOf, stateShapes, type ParameterShape } from '../model/parameter-shapes.ts';
import { fixedRows, type FixedPositions } from '../stages/sinusoids.ts';
import { isLearned } from '../stages/position-kinds.ts';
import { shapeThere, toHere, toThere } from './layouts.ts';
import { layoutOf, misfits, nameThere, type NameStyle } from './names.ts';
import { storedValues, type NamedArray, type StoredTensor } from './safetensors.ts';

/** All that is wrong with a file for a model, a sentence each. */
export class StateDictError extends Error {
  readonly problems: string[];

  constructor(problems: string[]) {
    super(problems.join('\n'));
    this.problems = problems;
  }
}

/** Our parameters and buffers, in the order of `stateShapes` → the library's. Throws a StateDictError for a config that it lacks. */
export function exportStateDict(
  parameters: NamedArray[],
  config: VitConfig,
  style: NameStyle,
): NamedArray[] {
  refuse(misfits(config, style));
  return namedStateDict(parameters, config, style);
}

/** The same for any config that has names, also where the library's own model computes something else. */
export function namedStateDict(
  parameters: NamedArray[],
  config: VitConfig,
  style: NameStyle,
): NamedArray[] {
  const given = new Map(parameters.map(({ name, values }) => [name, values]));
  const fused = fusedShapes(config);
  const exported = fused.map(({ name, shape }): NamedArray => {
    const layout = layoutOf(name, config);
    const values = given.get(name) ?? joinedQkv(name, shape, given);
    return {
      name: nameThere(name, style, config)!,
      shape: shapeThere(shape, layout),
      values: toThere(values, shape, layout),
    };
  });
  return [...exported, ...fixedPositions(config, style)];
}

/** The library's tensors → our parameters and buffers, in the order of `stateShapes`. */
export function importStateDict(
  tensors: Map<string, StoredTensor>,
  config: VitConfig,
  style: NameStyle,
): NamedArray[] {
  const fused = fusedShapes(config);
  refuse([...misfits(config, style), ...differences(tensors, fused, config, style)]);
  return readStateDict(tensors, config, style);
}

/** The same for any config that has names. */
export function readStateDict(
  tensors: Map<string, StoredTensor>,
  config: VitConfig,
  style: NameStyle,
): NamedArray[] {
  const fused = fusedShapes(config);
  refuse(differences(tensors, fused, config, style));
  const problems: string[] = [];
  const found = fused.map(({ name, shape }): NamedArray => {
    const there = nameThere(name, style, config)!;
    const values = storedValues(tensors.get(there)!);
    if (!values.every(Number.isFinite)) problems.push(`${there} holds numbers that are not finite`);
    return { name, shape, values: toHere(values, shape, layoutOf(name, config)) };
  });
  refuse(problems);
  return config.separateQkv ? stateShapes(config).map((one) => partOfQkv(one, found)) : found;
}

function refuse(problems: string[]): void {
  if (problems.length > 0) throw new StateDictError(problems);
}

const shown = (shape: number[]) => `[${shape.join(', ')}]`;

/** What is missing, extra or of another shape. */
function differences(
  tensors: Map<string, StoredTensor>,
  expected: ParameterShape[],
  config: VitConfig,
  style: NameStyle,
): string[] {
  const wanted = new Map(
    expected.map(({ name, shape }) => [
      nameThere(name, style, config) ?? name,
      shapeThere(shape, layoutOf(name, config)),
    ]),
  );
  const missing = [...wanted]
    .filter(([name]) => !tensors.has(name))
    .map(([name, shape]) => `${name} of shape ${shown(shape)} is missing`);
  const wrong = [...wanted].flatMap(([name, shape]) => {
    const found = tensors.get(name);
    if (!found || found.shape.join() === shape.join()) return [];
    return [`${name} has shape ${shown(found.shape)}, but the model needs ${shown(shape)}`];
  });
  const ignored = fixedPositions(config, style).map(({ name }) => name);
  const extra = [...tensors]
    .filter(([name]) => !wanted.has(name) && !ignored.includes(name))
    .map(([name, { shape }]) => `${name} of shape ${shown(shape)} is not part of the model`);
  return [...missing, ...wrong, ...extra];
}

/** Our parameters and buffers with q, k and v in one layer, as both libraries have them. */
function fusedShapes(config: VitConfig): ParameterShape[] {
  return stateShapes({ ...config, separateQkv: false });
}

const parts = ['query', 'key', 'value'];

/** Three layers' numbers side by side: [D, D] each → [D, 3D], or [D] each → [3D]. */
function joinedQkv(name: string, shape: number[], given: Map<string, Float32Array>): Float32Array {
  const three = parts.map((part) => given.get(name.replace('.qkv.', `.${part}.`))!);
  const width = shape.at(-1)! / 3;
  const joined = new Float32Array(sizeOf(shape));
  for (let row = 0; row < joined.length / (3 * width); row++)
    three.forEach((values, part) =>
      joined.set(values.subarray(row * width, (row + 1) * width), (row * 3 + part) * width),
    );
  return joined;
}

/** The parameter itself, or its third of the fused layer's columns. */
function partOfQkv({ name, shape }: ParameterShape, found: NamedArray[]): NamedArray {
  const whole = found.find((one) => one.name === name);
  if (whole) return whole;
  const part = parts.findIndex((one) => name.includes(`.attention.${one}.`));
  const fused = found.find((one) => one.name === name.replace(`.${parts[part]}.`, '.qkv.'))!;
  const width = shape.at(-1)!;
  const start = part * width;
  const values = new Float32Array(sizeOf(shape));
  for (let row = 0; row < values.length / width; row++)
    values.set(fused.values.subarray(row * 3 * width + start, row * 3 * width + start + width), row * width); // prettier-ignore
  return { name, shape, values };
}

/** Positions that are no parameters here are ones there: the fixed table, or zeros. */
function fixedPositions(config: VitConfig, style: NameStyle): NamedArray[] {
  if (isLearned(config.positionEmbedding)) return [];
  const { positionEmbedding: kind, embedDim } = config;
  const [tokens, shape] = [tokenCount(config), [1, tokenCount(config), embedDim]];
  const table = { tokens, embedDim, prefixTokens: prefixTokens(config) };
  const values =
    kind === 'none'
      ? new Float32Array(tokens * embedDim)
      : Float32Array.from(fixedRows(kind as FixedPositions, table).flat());
  return [{ name: nameThere('positions', style, config)!, shape, values }];
}
