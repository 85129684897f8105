/** Dropout and drop path in the fused layout: the plain path's masks, drawn in its order, applied in one draw. */
import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { Mode } from '../../stages/mode.ts';
import { differentiable, draw } from './draw.ts';

/** A mask of `groups` matrices, [height, width] each, of which the first `rows` are kept and padding is zero. */
export interface MaskShape {
  groups: number;
  height: number;
  width: number;
  rows: number;
  columns: number;
}

/**
 * floor(keep + U) / keep for every number of the plain path, [groups · rows, columns]; null when nothing is dropped.
 *
 * All groups · height · width numbers are drawn, so that the random sequence is the plain path's.
 */
export function keepMask(shape: MaskShape, rate: number, mode: Mode): Tensor | null {
  if (!mode.training || rate === 0) return null;
  const { groups, height, width, rows, columns } = shape;
  const keep = 1 - rate;
  const values = new Float32Array(groups * rows * columns);
  for (let group = 0; group < groups; group++)
    for (let row = 0; row < height; row++)
      for (let column = 0; column < width; column++) {
        const value = Math.floor(keep + mode.random.uniform()) / keep;
        if (row < rows) values[(group * rows + row) * columns + column] = value;
      }
  return tensor(values, [groups * rows, columns]);
}

/** One number for each image: [images], or null. */
export function pathMask(images: number, rate: number, mode: Mode): Tensor | null {
  if (!mode.training || rate === 0) return null;
  const keep = 1 - rate;
  const value = () => Math.floor(keep + mode.random.uniform()) / keep;
  return tensor(Float32Array.from({ length: images }, value));
}

export interface Masks {
  /** For each number: x's shape. */
  numbers: Tensor | null;
  /** For each image: [images]. */
  paths?: Tensor | null;
}

/** x times its masks, plus the residual if there is one: [rows, columns]. */
export function masked(x: Tensor, masks: Masks, residual: Tensor | null = null): Tensor {
  const { numbers, paths = null } = masks;
  if (!numbers && !paths && !residual) return x;
  return differentiable(
    residual ? [x, residual] : [x],
    () => ({
      output: times(x, masks, residual),
      kept: { ...(numbers && { numbers }), ...(paths && { paths }) },
    }),
    (dy, { numbers = null, paths = null }) => [
      numbers || paths ? times(dy, { numbers, paths }, null) : dy,
      ...(residual ? [dy] : []),
    ],
  );
}

function times(x: Tensor, { numbers, paths = null }: Masks, residual: Tensor | null): Tensor {
  const rowsOfImage = paths ? x.shape[0] / paths.size : 1;
  const path = `int image = row / ${rowsOfImage}; y *= one(pathsAt(image), image);`;
  return draw({
    name: 'masked',
    inputs: {
      x,
      ...(numbers && { numbers }),
      ...(paths && { paths }),
      ...(residual && { residual }),
    },
    shape: x.shape,
    code: `
      vec4 y = xAt(row, col);
      ${numbers ? 'y *= numbersAt(row, col);' : ''}
      ${paths ? path : ''}
      return y${residual ? ' + residualAt(row, col)' : ''};`,
  });
}
