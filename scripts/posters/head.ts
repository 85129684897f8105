/** The posters of chapter 10: the garments model on its own picture. */
import { logitLensPoster } from '../../src/components/widgets/logit-lens/poster.tsx';
import { readingWaysPoster } from '../../src/components/widgets/reading-ways/poster.tsx';
import { seed } from '../../src/components/widgets/reading-ways/settings.ts';
import { logitLens } from '../../src/lib/engine/computations/logit-lens.ts';
import { readSequence } from '../../src/lib/engine/computations/read-sequence.ts';
import { bookForward } from './model.ts';

export async function headFigures(): Promise<{ ways: string; lens: string }> {
  const { input, result } = await bookForward();
  const request = { weights: input.weights, image: input.image };
  return {
    ways: readingWaysPoster(await readSequence({ ...request, seed }), result),
    lens: logitLensPoster(input, await logitLens(request)),
  };
}
