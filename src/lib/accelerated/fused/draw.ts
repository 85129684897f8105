/**
 * One WebGL program, one draw: the door from our own GLSL to TensorFlow.js's tensors.
 *
 * A packed texture holds 2×2 blocks of a matrix: texel (row / 2, column / 2) is (m[r, c], m[r, c+1], m[r+1, c], m[r+1, c+1])
 * in its x, y, z, w. A program is the body of a function that returns one such block of the output; it reads block
 * (row, column) of an input `x` as `xAt(row, column)`, of a vector as `xAt(index)` (in x and y), and of a scalar as `xAt()`.
 * Numbers that change from step to step are uniforms: a new constant would be a new program.
 */
import { backend, customGrad, engine, env, tidy, type Tensor } from '@tensorflow/tfjs-core';
import type { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl/dist/backend_webgl';
import type { GPGPUProgram } from '@tensorflow/tfjs-backend-webgl/dist/gpgpu_math';

export interface Draw {
  /** For profiles. */
  name: string;
  /** Tensors by the names that the code reads them by. */
  inputs: Record<string, Tensor>;
  /** Of the output: []: one number, [n], or [rows, columns]. */
  shape: number[];
  /** Statements that end in `return vec4(…)`; they know `row` and `col`, or `index` for a vector. */
  code: string;
  /** Numbers by the names that the code reads them by. */
  uniforms?: Record<string, number>;
  /** False when the inputs are read number by number, with TensorFlow.js's own `getX(…)`. */
  packedInputs?: boolean;
}

/** The output of one draw; it is on no tape. */
export function draw({ name, inputs, shape, code, uniforms = {}, packedInputs = true }: Draw) {
  const tensors = Object.values(inputs);
  const program: GPGPUProgram = {
    variableNames: Object.keys(inputs),
    outputShape: shape,
    packedInputs,
    packedOutput: true,
    customUniforms: Object.keys(uniforms).map((name) => ({ name, type: 'float' })),
    userCode: [
      `// ${name}`,
      helpers,
      ...(packedInputs ? Object.entries(inputs).map(reader) : []),
      blockFunction(shape, code),
    ].join('\n'),
  };
  const values = Object.values(uniforms).map((value) => [value]);
  const info = webgl().compileAndRun(program, tensors, 'float32', values);
  return engine().makeTensorFromTensorInfo(info);
}

/**
 * An op with a gradient of its own: `backward` gives one gradient for each input.
 *
 * What it needs for that, inputs included, `forward` names in `kept`: anything else is gone by then.
 */
export function differentiable<Kept extends Record<string, Tensor>>(
  inputs: Tensor[],
  forward: () => { output: Tensor; kept: Kept },
  backward: (dy: Tensor, kept: Kept) => Tensor[],
): Tensor {
  const op = customGrad((...given) => {
    const { output, kept } = forward();
    const names = Object.keys(kept);
    const save = given.at(-1) as (tensors: Tensor[]) => void;
    save(Object.values(kept));
    const named = (saved: Tensor[]) =>
      Object.fromEntries(names.map((name, index) => [name, saved[index]])) as Kept;
    return {
      value: output,
      gradFunc: (dy: Tensor, saved: Tensor[]) => tidy(() => backward(dy, named(saved))),
    };
  });
  return op(...inputs);
}

/** Known to every program: the dot products of a block's two rows with another's, and one number of a
 * vector's pair or a matrix's block. */
const helpers = `
  vec4 rowProducts(vec4 a, vec4 b) {
    return vec4(dot(a.xy, b.xy), dot(a.xy, b.zw), dot(a.zw, b.xy), dot(a.zw, b.zw));
  }
  float one(vec4 pair, int index) { return (index & 1) == 0 ? pair.x : pair.y; }
  float one(vec4 block, int row, int col) { return one((row & 1) == 0 ? block : block.zwxy, col); }`;

/** A GLSL float: `1` is an int there. */
export function float(value: number): string {
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.`;
}

function webgl(): MathBackendWebGL {
  return backend() as MathBackendWebGL;
}

/** `xAt`: TensorFlow.js's own reader under our name; for a vector in one row of texels without its division. */
function reader([name, { shape }]: [string, Tensor]): string {
  const getter = `get${name[0].toUpperCase()}${name.slice(1)}`;
  if (shape.length === 0) return `vec4 ${name}At() { return ${getter}(); }`;
  if (shape.length === 2) return `#define ${name}At ${getter}`;
  const [size] = shape;
  const place = `vec2((float(index) + 0.5) * ${float(1 / (size + (size % 2)))}, 0.5)`;
  const body = inOneRow(size) ? `texture(${name}, ${place})` : `${getter}(index)`;
  return `vec4 ${name}At(int index) { return ${body}; }`;
}

/** Whether a vector's texture is one texel high. */
function inOneRow(size: number): boolean {
  return size <= 2 * env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
}

function blockFunction(shape: number[], code: string): string {
  const [type, place] = [
    ['', ''],
    ['int index', 'getOutputCoords()'],
    ['int row, int col', 'place.x, place.y'],
  ][shape.length];
  const split = shape.length === 2 ? 'ivec2 place = getOutputCoords();' : '';
  return `vec4 block(${type}) { ${code} }\nvoid main() { ${split} setOutput(block(${place})); }`;
}
