/** The poster of "Why divide?": random numbers of every width, and the garments checkpoint on the book's garment. */
import { whyPoster } from '../../src/components/widgets/why-divide/poster.tsx';
import { defaults, requestOf } from '../../src/components/widgets/why-divide/settings.ts';
import { headsRequest } from '../../src/components/widgets/why-divide/use-model-heads.ts';
import { dividedHeads } from '../../src/lib/engine/computations/divided-heads.ts';
import { whyDivide } from '../../src/lib/engine/computations/why-divide.ts';
import { registerGradients } from '../../src/lib/engine/gradients.ts';
import { bookForward } from './model.ts';

export async function whyDividePoster(): Promise<{ figures: string }> {
  registerGradients();
  const { result } = await bookForward();
  const { depth, numHeads: perBlock } = result.config;
  const request = headsRequest(result.trace, depth);
  const model = { heads: await dividedHeads(request), perBlock, tokens: request.tokens };
  return { figures: whyPoster(await whyDivide(requestOf(defaults.seed)), model) };
}
