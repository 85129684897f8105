/** The figures of "What E looks for" as markup, for the page before the engine is up. */
import { renderToString } from 'preact-render-to-string';
import type { PatchFiltersResult } from '../../../lib/engine/computations/patch-filters.ts';
import type { Picture } from '../../../lib/figures/pictures.ts';
import { photographAt } from '../patch-cutter/settings.ts';
import { drawn, Figures } from './Figures.tsx';
import { defaults } from './settings.ts';

/** `encode` makes an address of a picture; the photograph's own stands as `photograph`. */
export async function filtersPoster(
  result: PatchFiltersResult,
  encode: (picture: Picture) => Promise<string>,
): Promise<string> {
  const photograph = photographAt('photograph');
  const { sheet, rebuilt } = drawn(result, defaults, photograph.channels);
  const posters = { sheet: await encode(sheet()), rebuilt: await encode(rebuilt()) };
  return renderToString(
    <Figures result={result} settings={defaults} photograph={photograph} posters={posters} />,
  );
}
