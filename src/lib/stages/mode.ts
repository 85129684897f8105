/**
 * Whether a stage runs to be used or to be trained: only then do dropout
 * and drop path draw random numbers.
 */
import type { Random } from '../tensors/random.ts';

export type Mode = { training: false } | { training: true; random: Random };

/** The mode of a finished model: nothing is random. */
export const evaluation: Mode = { training: false };
