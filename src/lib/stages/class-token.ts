/**
 * Eq. 1: learned tokens, the same for every image, stand before the
 * patches: [x_class; x_p¹E; …; x_p^N E].
 *
 * The class token is the paper's (Dosovitskiy et al. 2021, Eq. 1; the idea
 * is BERT's); DeiT puts a second one, for distillation, between it and the
 * patches (Touvron et al. 2021, section 4).
 */
import { add, concat, zeros, type Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';
import { initialisations, type Initialisation } from './initialisation.ts';

export interface ClassTokenConfig {
  /** D. */
  embedDim: number;
}

export interface ClassTokenTrace {
  /** Each token once for every image: [B, 1, D]. */
  tokens: Tensor[];
  /** [B, tokens + N, D]. */
  output: Tensor;
}

/**
 * x_class: [1, 1, D], without a batch axis of its own: all images share it.
 */
export function initClassToken(
  { embedDim }: ClassTokenConfig,
  random: Random,
  scheme: Initialisation = initialisations.xavier,
): Tensor {
  return scheme.token(random, [1, 1, embedDim], embedDim, embedDim);
}

/** [x_class; x]: [B, N, D] → [B, N + 1, D]. */
export function prependClassToken(
  classToken: Tensor,
  x: Tensor,
): ClassTokenTrace {
  return prependTokens([classToken], x);
}

/**
 * [x_class; x] or [x_class; x_distil; x]: [B, N, D] → [B, tokens + N, D].
 */
export function prependTokens(
  learned: Tensor[],
  x: Tensor,
): ClassTokenTrace {
  const [batch, , width] = x.shape;
  const tokens = learned.map((token) =>
    add(zeros([batch, 1, width]), token),
  ); // [B, 1, D] each
  return { tokens, output: concat([...tokens, x], 1) };
}
