/** The poster of "Which numbers are averaged together": the book's garment and three others through the garments model. */
import { batchRequest, normRequest } from '../../src/components/widgets/norm-groups/batch.ts';
import { normGroupsPoster } from '../../src/components/widgets/norm-groups/poster.tsx';
import { defaults } from '../../src/components/widgets/norm-groups/settings.ts';
import { batchTokens } from '../../src/lib/engine/computations/batch-tokens.ts';
import { normalise } from '../../src/lib/engine/computations/normalise.ts';
import { bookInput, bundledPicture } from './model.ts';

export async function normGroupsPosters(): Promise<{ figures: string }> {
  const batch = await batchRequest(await bookInput(), bundledPicture);
  const asked = normRequest(await batchTokens(batch), batch.names, defaults);
  return { figures: normGroupsPoster(asked, await normalise(asked)) };
}
