/** What "Does it save time?" measures. */
import type {
  DropPathTimesRequest,
  Way,
} from '../../../lib/engine/computations/drop-path-times.ts';

export const sizes = {
  small: { embedDim: 64, batch: 16 },
  large: { embedDim: 192, batch: 32 },
} as const;
export type SizeName = keyof typeof sizes;
export const sizeNames = Object.keys(sizes) as SizeName[];

/** L, H, the last block's rate, and the seed of weights, tokens and masks. */
export const fixed = { depth: 8, numHeads: 4, rate: 0.5, seed: 1 } as const;

/** Rounds that are counted; one before them is not, for it also builds the GPU's programs. */
export const rounds = 10;

export const wayNames: Record<Way, string> = {
  none: 'without drop path',
  masked: 'with its masks',
  skipped: 'dropped branches left out',
};

export const roundRequest = (size: SizeName, round: number): DropPathTimesRequest => ({
  ...fixed,
  ...sizes[size],
  round,
});
