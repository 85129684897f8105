/**
 * Eq. 1, second half: … + E_pos, the same table for every image.
 *
 * `learned` is the paper's table; `lookup` is the same one read as an
 * embedding layer reads it, by index. The others are fixed: see
 * sinusoids.ts. `none` leaves the tokens a set without order.
 */
import {
  add,
  gather,
  reshape,
  tensor,
  tensor1d,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';
import { initialisations, type Initialisation } from './initialisation.ts';
import { isLearned, type PositionEmbedding } from './position-kinds.ts';
import { fixedRows } from './sinusoids.ts';

export interface PositionEmbeddingConfig {
  positionEmbedding: PositionEmbedding;
  /** T, rows of the table. */
  tokens: number;
  /** D. */
  embedDim: number;
  /** Tokens before the patches; a 2-D table has zeros for them. */
  prefixTokens?: number;
}

export interface PositionEmbeddingTrace {
  /** E_pos: [1, T, D], or null without positions. */
  table: Tensor | null;
  /** x + E_pos: [B, T, D]. */
  output: Tensor;
}

/**
 * The learned table, [1, T, D]; null when positions are fixed or absent.
 */
export function initPositionEmbedding(
  { positionEmbedding, tokens, embedDim }: PositionEmbeddingConfig,
  random: Random,
  scheme: Initialisation = initialisations.xavier,
): Tensor | null {
  if (!isLearned(positionEmbedding)) return null;
  return scheme.position(random, [1, tokens, embedDim], embedDim, embedDim);
}

/**
 * x + E_pos: [B, T, D] → [B, T, D]. `learned` is the table of
 * `initPositionEmbedding`.
 */
export function addPositions(
  learned: Tensor | null,
  x: Tensor,
  config: PositionEmbeddingConfig,
): PositionEmbeddingTrace {
  const table = positionTable(learned, config);
  return { table, output: table ? add(x, table) : x };
}

/** E_pos: [1, T, D], or null without positions. */
export function positionTable(
  learned: Tensor | null,
  config: PositionEmbeddingConfig,
): Tensor | null {
  const { positionEmbedding, tokens, embedDim } = config;
  if (positionEmbedding === 'none') return null;
  if (positionEmbedding === 'learned') return learned;
  if (positionEmbedding === 'lookup')
    return lookedUp(learned!, tokens, embedDim);
  return tensor([fixedRows(positionEmbedding, config)]);
}

/**
 * Rows 0 … T−1 of the table, one by one: the same numbers as the table
 * itself.
 */
function lookedUp(table: Tensor, tokens: number, embedDim: number): Tensor {
  const indices = tensor1d([...Array(tokens).keys()], 'int32');
  return reshape(gather(reshape(table, [tokens, embedDim]), indices), [
    1,
    tokens,
    embedDim,
  ]);
}
