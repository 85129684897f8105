/** Every computation that a widget can ask for, by name: plain arrays in, tensors inside, plain arrays out. */
import { learnedPositions } from './learned-positions.ts';
import { parity } from './parity.ts';
import { patchEmbedding } from './patch-embedding.ts';

export const computations = { learnedPositions, parity, patchEmbedding };
