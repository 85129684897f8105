/** What the clock says about drop path, in a sentence. */
import type { DropPathTimesResult, Way } from '../../../lib/engine/computations/drop-path-times.ts';
import { agreement } from '../../../lib/figures/small-numbers.ts';
import { spreadOf } from '../../../lib/figures/time-figure.ts';
import { fixed, sizes, type SizeName } from './settings.ts';

export type Runs = Record<Way, readonly number[]>;

export const noRuns: Runs = { none: [], masked: [], skipped: [] };

export function seen(runs: Runs, last: DropPathTimesResult | null, size: SizeName): string {
  const { batch } = sizes[size];
  const branches = 2 * fixed.depth * batch;
  if (runs.none.length === 0 || !last)
    return `Nothing has been measured yet. A press sends ${batch} samples through ${fixed.depth} blocks, in three ways in turn.`;
  const median = (way: Way) => spreadOf(runs[way]).median;
  const share = (way: Way) => `${Math.round((100 * median(way)) / median('none'))} %`;
  const kept = Math.round((100 * last.kept) / branches);
  return (
    `The masks keep ${last.kept} of ${branches} branches, ${kept} %. Multiplied by their masks, the blocks take ${share('masked')} of the time without drop path; ` +
    `with the dropped branches left out, ${share('skipped')}. The numbers of both ways are ${agreement(last.difference)}.`
  );
}
