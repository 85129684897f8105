/** What there is to be seen when a picture is rebuilt, in sentences. */
import type { PatchFiltersResult } from '../../../lib/engine/computations/patch-filters.ts';
import { counted } from '../../../lib/figures/words.ts';
import type { SetName } from './settings.ts';

/** An error as levels of 255. */
export const levels = (error: number): string => (255 * error).toFixed(1);

/** What is kept of the differences between the patches: 1 less the share that is missing. */
export function keptShare(errors: readonly number[], kept: number): number {
  return errors[0] === 0 ? 1 : 1 - (errors[kept]! / errors[0]!) ** 2;
}

const nouns: Record<SetName, string> = {
  principal: 'principal component',
  random: 'random direction',
};

export function seen(
  { count, principal, random }: PatchFiltersResult,
  set: SetName,
  kept: number,
): string {
  if (count === 0) return 'All patches are the same: the mean patch is the whole picture.';
  const [own, other] = set === 'principal' ? [principal, random] : [random, principal];
  const otherName = set === 'principal' ? 'random directions' : 'principal components';
  if (kept === 0)
    return `With no filter every patch is the mean patch: the error is ${levels(own.errors[0]!)} of 255.`;
  const all = kept === count ? ', all that it takes,' : ` of ${count}`;
  return `From ${counted(kept, nouns[set])}${all} the picture comes back with an error of ${levels(own.errors[kept]!)} of 255; as many ${otherName} leave ${levels(other.errors[kept]!)}.`;
}
