/** A pattern that is to undo the cutting: run on the cut patches, does the picture come back? */
import {
  parsePattern,
  planRearrangement,
  sourcesOf,
} from '../../../lib/tensors/rearrange-pattern.ts';
import { right } from '../rearrange/settings.ts';
import { planFor, type PictureSize } from '../rearrange/verdict.ts';

export interface Undone {
  /** Where each number of the result comes from in [1, C, S, S]. */
  sources: Uint32Array;
  shape: number[];
  /** How many numbers stand where they stood before the cutting, and of how many. */
  back: number;
  total: number;
}

/** @throws RangeError in a sentence when the pattern does not fit. */
export function undo(pattern: string, size: PictureSize): Undone {
  const cut = planFor(right, size);
  const grid = size.imageSize / size.patchSize;
  const sizes = { p1: size.patchSize, p2: size.patchSize, h: grid, w: grid };
  const plan = planRearrangement(parsePattern(pattern), cut.shape, sizes);
  const before = sourcesOf(cut);
  const sources = sourcesOf(plan).map((at) => before[at]!);
  const back = sources.reduce((sum, source, i) => sum + (source === i ? 1 : 0), 0);
  return { sources, shape: plan.shape, back, total: sources.length };
}
