/** Every computation that a widget can ask for, by name: plain arrays in, tensors inside, plain arrays out. */
import { growPositions } from './grow-positions.ts';
import { interpolatePositions } from './interpolate-positions.ts';
import { learnedPositions } from './learned-positions.ts';
import { parity } from './parity.ts';
import { patchEmbedding } from './patch-embedding.ts';
import { tokenOrder } from './token-order.ts';

export const computations = {
  growPositions,
  interpolatePositions,
  learnedPositions,
  parity,
  patchEmbedding,
  tokenOrder,
};
