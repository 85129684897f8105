/** The poster of "Pre-norm against post-norm": the first gradients of two fresh models on the book's garment. */
import { normDepthPoster } from '../../src/components/widgets/norm-depth/poster.tsx';
import { beginnings, defaults } from '../../src/components/widgets/norm-depth/settings.ts';
import { gradientNorms } from '../../src/lib/engine/computations/gradient-norms.ts';
import { registerGradients } from '../../src/lib/engine/gradients.ts';
import { bookInput } from './model.ts';

export async function normDepthPosters(): Promise<{ figures: string }> {
  registerGradients();
  const { weights, image } = await bookInput();
  const { beginning, depth, seed } = defaults;
  const { architecture } = weights;
  const result = await gradientNorms({ architecture, image, depth, initialisation: beginnings[beginning], seed }); // prettier-ignore
  return { figures: normDepthPoster(result) };
}
