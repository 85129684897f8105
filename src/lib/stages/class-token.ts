/**
 * Eq. 1: one learned token, the same for every image, stands before the patches: [x_class; x_p¹E; …; x_p^N E].
 *
 * (Dosovitskiy et al. 2021, Eq. 1; the idea is BERT's.)
 */
import { add, concat, zeros, type Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';
import { initialisations, type Initialisation } from './initialisation.ts';

export interface ClassTokenConfig {
  /** D. */
  embedDim: number;
}

export interface ClassTokenTrace {
  /** The token, once for each image: [B, 1, D]. */
  token: Tensor;
  /** [B, N + 1, D]. */
  output: Tensor;
}

/** x_class: [1, 1, D], without a batch axis of its own: all images share it. */
export function initClassToken(
  { embedDim }: ClassTokenConfig,
  random: Random,
  scheme: Initialisation = initialisations.xavier,
): Tensor {
  return scheme.token(random, [1, 1, embedDim]);
}

/** [x_class; x]: [B, N, D] → [B, N + 1, D]. */
export function prependClassToken(classToken: Tensor, x: Tensor): ClassTokenTrace {
  const [batch, , width] = x.shape;
  const token = add(zeros([batch, 1, width]), classToken); // [B, 1, D]
  return { token, output: concat([token, x], 1) };
}
