/** What there is to be seen in the calculator, in sentences. */
import { inWords, roughly } from '../../../lib/figures/large-numbers.ts';
import { counted, whole } from '../../../lib/figures/words.ts';
import { leftover, type LengthRow } from './count.ts';
import type { LengthSettings } from './settings.ts';

export function seen(settings: LengthSettings, rows: readonly LengthRow[]): string {
  const { imageSize: S, patchSize: P, classToken } = settings;
  const patch = rows.find(({ kind }) => kind === 'patch')!;
  const pixel = rows.find(({ kind }) => kind === 'pixel')!;
  const extra = classToken ? ` and the class token: ${counted(patch.tokens, 'token')}` : '';
  const times = pixel.entries / patch.entries;
  const more =
    times < 1.05
      ? 'as many as with a token for every pixel.'
      : `a token for every pixel would make ${roughly(times)} times as many.`;
  return (
    `Patches of ${P} × ${P} make ${whole(patch.count)} of ${S} × ${S} pixels${extra}. ` +
    `Attention scores every token against every token: ${whole(patch.tokens)} × ${whole(patch.tokens)} = ${inWords(patch.entries)} scores; ${more}`
  );
}

/** Why a side does not fit, and what the numbers then are; null when it fits. */
export function misfit(settings: LengthSettings): string | null {
  const rest = leftover(settings);
  if (!rest) return null;
  const { imageSize: S, patchSize: P } = settings;
  const covered = rest.smaller > 0 ? `${rest.smaller} × ${rest.smaller}` : 'no';
  return `The image side ${S} is no multiple of the patch side ${P}: ${counted(rest.over, 'pixel')} of each row and column belong to no whole patch. The numbers per patch are those of the ${covered} pixels that whole patches cover.`;
}
