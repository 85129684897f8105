/**
 * A position table for another grid: what fine-tuning at a higher
 * resolution needs (Dosovitskiy et al. 2021, section 3.2).
 *
 * Resampling is separable: rows of the grid, then columns, each by a matrix
 * of weights; samples sit at half-pixel centres. `bicubic` has a = −0.75
 * (DeiT, MAE); `bicubicAntialiased` has a = −0.5 and widens when it shrinks
 * (timm).
 */
import {
  concat,
  matMul,
  reshape,
  slice,
  tensor,
  transpose,
  type Tensor,
} from '@tensorflow/tfjs-core';

/** How far a sample reaches, in samples, and its weight at a distance. */
interface Kernel {
  reach: number;
  weight(distance: number): number;
  /** Whether the kernel widens when the grid shrinks. */
  antialias: boolean;
}

/** Keys' cubic convolution kernel. */
function cubic(a: number): (distance: number) => number {
  return (distance) => {
    const x = Math.abs(distance);
    if (x < 1) return (a + 2) * x ** 3 - (a + 3) * x ** 2 + 1;
    return x < 2 ? a * (x ** 3 - 5 * x ** 2 + 8 * x - 4) : 0;
  };
}

const kernels = {
  bilinear: {
    reach: 1,
    weight: (distance) => Math.max(0, 1 - Math.abs(distance)),
    antialias: false,
  },
  bicubic: { reach: 2, weight: cubic(-0.75), antialias: false },
  bicubicAntialiased: { reach: 2, weight: cubic(-0.5), antialias: true },
} satisfies Record<string, Kernel>;

export type Interpolation = keyof typeof kernels;

export interface PositionInterpolationConfig {
  /** G of the table. */
  from: number;
  /** G of the result. */
  to: number;
  /** D. */
  embedDim: number;
  /**
   * Rows before the grid, kept as they are: the class token's and others'.
   */
  prefixTokens: number;
  interpolation: Interpolation;
}

/** [1, prefix + from², D] → [1, prefix + to², D]. */
export function interpolatePositions(
  table: Tensor,
  {
    from,
    to,
    embedDim: D,
    prefixTokens,
    interpolation,
  }: PositionInterpolationConfig,
): Tensor {
  const prefix = slice(table, [0, 0, 0], [1, prefixTokens, D]);
  const grid = slice(table, [0, prefixTokens, 0], [1, from * from, D]);
  // [to, from]
  const weights = tensor(resamplingWeights(from, to, interpolation));
  // down the rows: [to, from · D], then columns first: [from, to, D]
  const rows = matMul(weights, reshape(grid, [from, from * D]));
  const columns = transpose(reshape(rows, [to, from, D]), [1, 0, 2]);
  // across: [to, to · D], then rows first again: [to, to, D]
  const both = matMul(weights, reshape(columns, [from, to * D]));
  const resized = transpose(reshape(both, [to, to, D]), [1, 0, 2]);
  return concat([prefix, reshape(resized, [1, to * to, D])], 1);
}

/**
 * The weight of each old sample in each new one; rows sum to 1: [to, from].
 */
export function resamplingWeights(
  from: number,
  to: number,
  interpolation: Interpolation,
): number[][] {
  const kernel = kernels[interpolation];
  const stretch = kernel.antialias ? Math.max(1, from / to) : 1;
  return Array.from({ length: to }, (_, sample) => {
    const centre = ((sample + 0.5) * from) / to - 0.5;
    return kernel.antialias
      ? normalised(clippedRow(centre, from, kernel, stretch))
      : clampedRow(centre, from, kernel);
  });
}

/** Samples beyond the edge do not count. */
function clippedRow(
  centre: number,
  from: number,
  kernel: Kernel,
  stretch: number,
): number[] {
  return Array.from({ length: from }, (_, old) =>
    kernel.weight((old - centre) / stretch),
  );
}

/** Samples beyond the edge repeat the edge. */
function clampedRow(
  centre: number,
  from: number,
  kernel: Kernel,
): number[] {
  const row = Array<number>(from).fill(0);
  const first = Math.floor(centre) - kernel.reach + 1;
  for (let old = first; old < first + 2 * kernel.reach; old++)
    row[Math.min(from - 1, Math.max(0, old))] += kernel.weight(
      old - centre,
    );
  return row;
}

function normalised(row: number[]): number[] {
  const total = row.reduce((sum, weight) => sum + weight, 0);
  return row.map((weight) => weight / total);
}
