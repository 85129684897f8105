/**
 * Eq. 1, second half: … + E_pos, the same table for every image.
 *
 * `learned` is the paper's; `sinusoidal` is the fixed table of Vaswani et al. 2017, section 3.5, with sines in the even
 * columns and cosines in the odd ones; `none` leaves the tokens a set without order.
 */
import { add, tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';
import { initialisations, type Initialisation } from './initialisation.ts';

export type PositionEmbedding = 'learned' | 'sinusoidal' | 'none';

export interface PositionEmbeddingConfig {
  positionEmbedding: PositionEmbedding;
  /** T, rows of the table. */
  tokens: number;
  /** D. */
  embedDim: number;
}

export interface PositionEmbeddingTrace {
  /** E_pos: [1, T, D], or null without positions. */
  table: Tensor | null;
  /** x + E_pos: [B, T, D]. */
  output: Tensor;
}

/** The learned table, [1, T, D]; null when positions are fixed or absent. */
export function initPositionEmbedding(
  { positionEmbedding, tokens, embedDim }: PositionEmbeddingConfig,
  random: Random,
  scheme: Initialisation = initialisations.xavier,
): Tensor | null {
  return positionEmbedding === 'learned' ? scheme.position(random, [1, tokens, embedDim]) : null;
}

/** x + E_pos: [B, T, D] → [B, T, D]. `learned` is the table of `initPositionEmbedding`. */
export function addPositions(
  learned: Tensor | null,
  x: Tensor,
  { positionEmbedding, tokens, embedDim }: PositionEmbeddingConfig,
): PositionEmbeddingTrace {
  const table = positionEmbedding === 'sinusoidal' ? sinusoids(tokens, embedDim) : learned;
  return { table, output: table ? add(x, table) : x };
}

/**
 * sin(p / 10000^(2i/D)) in column 2i, cos of the same in column 2i + 1: [1, T, D].
 *
 * Computed in doubles: the sine of a GPU is off by 2e-4.
 */
export function sinusoids(tokens: number, embedDim: number): Tensor {
  const table = new Float32Array(tokens * embedDim);
  for (let position = 0; position < tokens; position++)
    for (let column = 0; column < embedDim; column++) {
      const angle = position / 10000 ** ((column - (column % 2)) / embedDim);
      table[position * embedDim + column] = column % 2 === 0 ? Math.sin(angle) : Math.cos(angle);
    }
  return tensor(table, [1, tokens, embedDim]);
}
