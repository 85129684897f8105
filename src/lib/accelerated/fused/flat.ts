/** The gradients of all parameters as one vector on the device, and its length. */
import { reshape, type Tensor } from '@tensorflow/tfjs-core';
import { draw } from './draw.ts';

/** Rows and columns of a tensor of any rank: [..., D] → [rows, D]; vectors stay vectors. */
export function asMatrix(x: Tensor): Tensor {
  const columns = x.shape.at(-1)!;
  return x.rank <= 2 ? x : reshape(x, [x.size / columns, columns]);
}

/** Pieces joined in one draw: a shader reads at most 16 textures, and one of them holds what is joined already. */
const piecesOfDraw = 15;

/** The matrices' and vectors' numbers one after the other: [n]. */
export function joined(tensors: Tensor[]): Tensor {
  const pieces = withStarts(tensors);
  const total = tensors.reduce((sum, { size }) => sum + size, 0);
  let vector: Tensor | null = null;
  for (let first = 0; first < pieces.length; first += piecesOfDraw) {
    const before: Tensor | null = vector;
    vector = withPieces(before, pieces.slice(first, first + piecesOfDraw), total);
    before?.dispose();
  }
  return vector!;
}

interface Piece {
  tensor: Tensor;
  /** Where it begins in the vector. */
  start: number;
}

function withStarts(tensors: Tensor[]): Piece[] {
  let start = 0;
  return tensors.map((tensor) => {
    const piece = { tensor, start };
    start += tensor.size;
    return piece;
  });
}

/** The vector with some more of its pieces in place. */
function withPieces(vector: Tensor | null, pieces: Piece[], total: number): Tensor {
  const named = pieces.map(({ tensor }, index) => [`p${index}`, tensor] as const);
  const last = pieces.at(-1)!;
  const end = last.start + last.tensor.size;
  return draw({
    name: 'joined gradients',
    inputs: { ...Object.fromEntries(named), ...(vector && { before: vector }) },
    shape: [total],
    code: `
      ${vector ? `if (index + 1 < ${pieces[0].start}) return beforeAt(index);` : ''}
      if (index >= ${end}) return vec4(0.);
      vec2 pair = vec2(0.);
      for (int lane = 0; lane < 2; lane++) {
        int i = index + lane;
        ${vector ? `if (i < ${pieces[0].start}) { pair[lane] = one(beforeAt(i), i); continue; }` : ''}
        ${pieces.map((piece, at) => lookUp(piece, `p${at}`)).join(' else ')}
      }
      return vec4(pair, 0., 0.);`,
  });
}

/** `pair[lane] =` number i of the vector, if it lies in this piece. */
function lookUp({ tensor, start }: Piece, name: string): string {
  const columns = tensor.shape.at(-1)!;
  const value =
    tensor.rank === 1
      ? `one(${name}At(i - ${start}), i - ${start})`
      : `one(${name}At(r, i - ${start} - r * ${columns}), r, i - ${start} - r * ${columns})`;
  const row = tensor.rank === 1 ? '' : `int r = (i - ${start}) / ${columns};`;
  return `if (i < ${start + tensor.size}) { ${row} pair[lane] = ${value}; }`;
}

/** ‖x‖ of a vector: []. */
export function length(x: Tensor): Tensor {
  const parts = 2 * Math.ceil(Math.sqrt(x.size) / 4);
  const share = 2 * Math.ceil(x.size / parts / 2);
  const sums = draw({
    name: 'sums of squares',
    inputs: { x },
    shape: [parts],
    code: `
      vec2 total = vec2(0.);
      for (int part = 0; part < 2; part++)
        for (int at = 0; at < ${share}; at += 2) {
          int i = (index + part) * ${share} + at;
          if (i >= ${x.size}) break;
          vec2 pair = xAt(i).xy;
          if (i + 1 >= ${x.size}) pair.y = 0.;
          total[part] += dot(pair, pair);
        }
      return vec4(total, 0., 0.);`,
  });
  return draw({
    name: 'length',
    inputs: { sums },
    shape: [],
    code: `
      vec2 total = vec2(0.);
      for (int i = 0; i < ${parts}; i += 2) total += sumsAt(i).xy;
      return vec4(sqrt(total.x + total.y), 0., 0., 0.);`,
  });
}
