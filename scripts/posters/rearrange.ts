/** The poster of "Write the rearrangement": the right pattern, run on the book's photograph. */
import { rearrangePoster } from '../../src/components/widgets/rearrange/poster.tsx';
import { defaults } from '../../src/components/widgets/rearrange/settings.ts';
import { rearrangeImage } from '../../src/lib/engine/computations/rearrange-image.ts';
import { cutPhotograph } from './cut-photograph.ts';

export async function rearrangePosters(): Promise<{ figures: string }> {
  return {
    figures: rearrangePoster(await rearrangeImage({ ...(await cutPhotograph()), ...defaults })),
  };
}
