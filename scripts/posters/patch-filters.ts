/** The poster of "What E looks for": the book's photograph, rebuilt from the first of its own filters. */
import { filtersPoster } from '../../src/components/widgets/patch-filters/poster.tsx';
import { defaults, seed } from '../../src/components/widgets/patch-filters/settings.ts';
import { patchFilters } from '../../src/lib/engine/computations/patch-filters.ts';
import { cutPhotograph, writePicture } from './cut-photograph.ts';

/** The two pictures go to `folder`. */
export async function patchFiltersPoster(folder: string): Promise<{ figures: string }> {
  const { patchSize } = defaults;
  const result = await patchFilters({ ...(await cutPhotograph()), patchSize, seed });
  const { sheet, rebuilt, figures } = filtersPoster(result);
  await writePicture(sheet, `${folder}/patch-filters-sheet.webp`);
  await writePicture(rebuilt, `${folder}/patch-filters-rebuilt.webp`);
  return { figures };
}
