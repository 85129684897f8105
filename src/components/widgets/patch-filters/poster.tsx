/** The figures of "What E looks for" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { PatchFiltersResult } from '../../../lib/engine/computations/patch-filters.ts';
import { photographAt } from '../patch-cutter/settings.ts';
import { drawn, Figures } from './Figures.tsx';
import { defaults } from './settings.ts';

/** The photograph and the two pictures stand as `photograph`, `sheet` and `rebuilt`: their addresses come later. */
export function filtersPoster(result: PatchFiltersResult) {
  const photograph = photographAt('photograph');
  const { sheet, rebuilt } = drawn(result, defaults, photograph.channels);
  const posters = { sheet: 'sheet', rebuilt: 'rebuilt' };
  const figures = renderToString(
    <Figures result={result} settings={defaults} photograph={photograph} posters={posters} />,
  );
  return { figures, sheet: sheet(), rebuilt: rebuilt() };
}
