/** The poster of a framework's layer: the garments model's first block on the model's own picture. */
import { frameworkLayerPoster } from '../../src/components/widgets/framework-layer/poster.tsx';
import { defaults, draws } from '../../src/components/widgets/framework-layer/settings.ts';
import { blockDropout } from '../../src/lib/engine/computations/block-dropout.ts';
import { bookInput } from './model.ts';

export async function frameworkLayerFigures(): Promise<{ figures: string }> {
  const { weights, image } = await bookInput();
  return {
    figures: frameworkLayerPoster(await blockDropout({ weights, image, draws, ...defaults })),
  };
}
