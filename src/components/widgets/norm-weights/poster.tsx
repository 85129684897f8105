/** The figures of "Gains and offsets" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import { Figures } from './Figures.tsx';
import type { NormRow } from './rows.ts';

export function normWeightsPoster(rows: readonly NormRow[]): string {
  return renderToString(<Figures rows={rows} />);
}
