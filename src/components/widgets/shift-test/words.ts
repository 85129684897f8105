/** What there is to be seen when the picture moves, in a sentence. */
import type { ShiftDifference } from '../../../lib/engine/computations/shift-test.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import { counted } from '../../../lib/figures/words.ts';

/** A share as a percentage, two figures. */
export const percent = (share: number): string => `${scientific(100 * share)} %`;

export function seen(shift: number, patchSize: number, found: ShiftDifference): string {
  const [convolution, tokens] = [percent(found.convolution), percent(found.tokens)];
  if (shift === 0) return 'Nothing has moved, and no number differs.';
  const moved = `Shifted by ${counted(shift, 'pixel')}, the convolution’s responses move along: followed there, they differ by ${convolution} of the largest.`;
  if (shift % patchSize === 0) {
    const places = counted(shift / patchSize, 'place');
    return `${moved} So do the tokens, for the shift is a whole number of patches: each stands ${places} to the right, the same to ${tokens}.`;
  }
  return `${moved} The tokens do not: ${shift} is no multiple of ${patchSize}, no patch holds the pixels of any before, and the tokens differ by up to ${tokens}.`;
}
