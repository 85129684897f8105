/** A table of positions resized to another grid, in each of the ways in use. */
import { slice, squeeze, type Tensor } from '@tensorflow/tfjs-core';
import { initPositionEmbedding, positionTable } from '../../stages/position-embedding.ts';
import type { PositionEmbedding } from '../../stages/position-kinds.ts';
import {
  interpolatePositions as interpolated,
  resamplingWeights,
  type Interpolation,
} from '../../stages/position-interpolation.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

export type { Interpolation };

export interface InterpolatePositionsRequest {
  positionEmbedding: Exclude<PositionEmbedding, 'none'>;
  /** G of the table, and of the result. */
  from: number;
  to: number;
  /** D. */
  embedDim: number;
  /** Of a learned table, which is fresh. */
  seed: number;
  interpolations: Interpolation[];
}

export interface Resized {
  interpolation: Interpolation;
  /** What each new line of the grid takes from each old one: [to, from]. */
  weights: Float32Array;
  /** The patches' rows of the new table: [to², D]. */
  table: Float32Array;
}

export interface InterpolatePositionsResult {
  from: number;
  to: number;
  /** The patches' rows of the old table: [from², D]. */
  before: Float32Array;
  resized: Resized[];
}

/** The class token's row is carried through every resizing and left out of the answer. */
export async function interpolatePositions(
  request: InterpolatePositionsRequest,
): Promise<InterpolatePositionsResult> {
  const { from, to, embedDim, interpolations } = request;
  const made = scoped(() => {
    const table = tableOf(request);
    const resized = interpolations.map((interpolation) => {
      const config = { from, to, embedDim, prefixTokens: 1, interpolation };
      return patchRows(interpolated(table, config));
    });
    return { before: patchRows(table), resized };
  });
  const [before, ...tables] = await Promise.all([made.before, ...made.resized].map(readTensor));
  release(made);
  const resized = interpolations.map((interpolation, i) => ({
    interpolation,
    weights: Float32Array.from(resamplingWeights(from, to, interpolation).flat()),
    table: tables[i]!,
  }));
  return { from, to, before, resized };
}

function tableOf({ positionEmbedding, from, embedDim, seed }: InterpolatePositionsRequest): Tensor {
  const config = { positionEmbedding, tokens: from * from + 1, embedDim };
  return positionTable(initPositionEmbedding(config, createRandom(seed)), config)!;
}

/** [1, 1 + N, D] → [N, D]. */
function patchRows(table: Tensor): Tensor {
  const [, T, D] = table.shape;
  return squeeze(slice(table, [0, 1, 0], [1, T! - 1, D!]), [0]);
}
