/** The poster of "A learned table grows": the fresh table. */
import { growthPoster } from '../../src/components/widgets/table-grows/poster.tsx';
import { firstSeed, growthRequest } from '../../src/components/widgets/table-grows/settings.ts';
import { growPositions } from '../../src/lib/engine/computations/grow-positions.ts';

export async function tableGrowsPoster(): Promise<{ figures: string }> {
  const request = { ...growthRequest('grid', firstSeed), steps: 0, state: null };
  return { figures: growthPoster(await growPositions(request)) };
}
