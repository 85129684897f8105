/** What has become of the tokens, in sentences. */
import type { TokenReshapesResult } from '../../../lib/engine/computations/token-reshapes.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import type { Way } from './settings.ts';

/** How many patches and how many filters the first D numbers of one picture's [D, N] come from. */
export function firstTokenSources(D: number, N: number): { patches: number; filters: number } {
  return { patches: Math.min(D, N), filters: Math.ceil(D / N) };
}

export function said(way: Way, { convolved, right, silent, merged }: TokenReshapesResult): string {
  const [B, D, G] = convolved as [number, number, number];
  const { patches, filters } = firstTokenSources(D, G * G);
  if (way === 'right')
    return `Right. ${shape(right.shape)}: one token for each patch, and put back they are the ${B === 1 ? 'picture' : 'pictures'}.`;
  if (way === 'silent')
    return `Silently wrong. ${shape(silent.shape)}, as it should be, and no error; but the first token holds numbers of ${patches} patches, from ${filters} of the ${D} filters. Largest difference from the right tokens: ${scientific(silent.difference ?? 0)}.`;
  if (B === 1)
    return `${shape(merged.shape)}: for a batch of one the right numbers, without the batch axis. That is why it is not noticed.`;
  return `Wrong, and it shows. ${shape(merged.shape)}: each row holds the patch of the first picture and, after it, that of the second. The batch has become width.`;
}

const shape = (sides: readonly number[]) => `[${sides.join(', ')}]`;
