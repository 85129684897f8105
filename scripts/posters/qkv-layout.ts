/** The poster of "One matrix or three": the first block of the bundled weights. */
import { qkvPoster } from '../../src/components/widgets/qkv-layout/poster.tsx';
import { defaults } from '../../src/components/widgets/qkv-layout/settings.ts';
import { qkvLayouts } from '../../src/lib/engine/computations/qkv-layouts.ts';
import { bookInput } from './model.ts';

export async function qkvPosters(): Promise<{ figures: string }> {
  const { weights, image } = await bookInput();
  return { figures: qkvPoster(await qkvLayouts({ weights, image, block: defaults.block })) };
}
