/** The poster of "What E looks for": the book's photograph, rebuilt from the first of its own filters. */
import { filtersPoster } from '../../src/components/widgets/patch-filters/poster.tsx';
import { defaults, seed } from '../../src/components/widgets/patch-filters/settings.ts';
import { patchFilters } from '../../src/lib/engine/computations/patch-filters.ts';
import { cutPhotograph, pictureAddress } from './cut-photograph.ts';

export async function patchFiltersPoster(): Promise<{ figures: string }> {
  const { patchSize } = defaults;
  const result = await patchFilters({ ...(await cutPhotograph()), patchSize, seed });
  return { figures: await filtersPoster(result, pictureAddress) };
}
