/** One picture's vector in each of the five ways to read a sequence. */
import { concat } from '@tensorflow/tfjs-core';
import type { WeightsChoice } from '../../model/checkpoint.ts';
import { readingWays, type ReadingWay } from '../../model/reading-ways.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor } from '../read.ts';
import { readVectors } from '../reading.ts';
import { modelInput } from './forward.ts';

export interface ReadSequenceRequest {
  weights: WeightsChoice;
  /** [S, S, C] values from 0 to 1. */
  image: Float32Array;
  /** Of DeiT's second token, which no bundled model has. */
  seed: number;
}

export interface ReadSequenceResult {
  /** D. */
  width: number;
  /** After the norm of Eq. 4: [D]; DeiT's two vectors one after the other, [2D]. */
  vectors: Record<ReadingWay, Float32Array>;
}

export async function readSequence({
  weights,
  image,
  seed,
}: ReadSequenceRequest): Promise<ReadSequenceResult> {
  const { config, parameters } = await modelWith(weights);
  const found = scoped(() => {
    const images = modelInput([image], config);
    const vectors = readVectors(parameters, images, config, readingWays, createRandom(seed));
    return readingWays.map((way) => concat(vectors[way], 1));
  });
  const values = await Promise.all(found.map(readTensor));
  release(found);
  const vectors = Object.fromEntries(readingWays.map((way, i) => [way, values[i]!]));
  return { width: config.embedDim, vectors: vectors as Record<ReadingWay, Float32Array> };
}
