/** The poster of "Other resolutions": the default table, resized. */
import { resolutionsPoster } from '../../src/components/widgets/resolutions/poster.tsx';
import {
  defaults,
  embedDim,
  from,
  seed,
  wayKeys,
} from '../../src/components/widgets/resolutions/settings.ts';
import { interpolatePositions } from '../../src/lib/engine/computations/interpolate-positions.ts';

export async function resolutionsPosters(): Promise<{ figures: string }> {
  const result = await interpolatePositions({
    positionEmbedding: defaults.source,
    from,
    to: defaults.to,
    embedDim,
    seed,
    interpolations: [...wayKeys],
  });
  return { figures: resolutionsPoster(result) };
}
