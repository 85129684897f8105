/** A fresh learned table of positions, before any training. */
import { dispose } from '@tensorflow/tfjs-core';
import { initPositionEmbedding } from '../../stages/position-embedding.ts';
import { createRandom } from '../../tensors/random.ts';
import { readTensor } from '../read.ts';

export interface LearnedPositionsRequest {
  /** N. */
  positions: number;
  /** D. */
  embedDim: number;
  seed: number;
}

/** E_pos without a row for the class token: [N, D]. */
export async function learnedPositions({
  positions,
  embedDim,
  seed,
}: LearnedPositionsRequest): Promise<Float32Array> {
  const config = { positionEmbedding: 'learned', tokens: positions, embedDim } as const;
  const table = initPositionEmbedding(config, createRandom(seed))!;
  const values = await readTensor(table);
  dispose(table);
  return values;
}
