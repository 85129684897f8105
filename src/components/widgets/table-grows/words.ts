/** What there is to be seen while the table grows, in a sentence. */
import type { GrowPositionsResult } from '../../../lib/engine/computations/grow-positions.ts';
import { gridMeans } from '../../../lib/figures/positions.ts';
import { counted } from '../../../lib/figures/words.ts';
import { signed } from '../../../lib/figures/small-numbers.ts';
import type { GrowthTask } from './settings.ts';

/** A cross stands out when the two means are this far apart. */
const clear = 0.2;

export function seen(task: GrowthTask, { state, accuracy, cosines }: GrowPositionsResult): string {
  const { sameLine, others } = gridMeans(cosines);
  const means = `mean cosine ${signed(sameLine, 2)} within a row or column, ${signed(others, 2)} elsewhere`;
  if (state.step === 0) return `A fresh table: no position is like any other (${means}).`;
  const after = `After ${counted(state.step, 'step')}`;
  const told = `${Math.round(accuracy * 100)} % of the positions are told right`;
  if (sameLine - others > clear)
    return `${after} ${told}, and each map is a cross: positions of one row or one column have grown alike (${means}). Near or far along the row makes no difference.`;
  return task === 'grid'
    ? `${after} ${told}; the cross is still faint (${means}).`
    : `${after} ${told}, and the maps show no grid (${means}): nothing in the question makes neighbours alike.`;
}
