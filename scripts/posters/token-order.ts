/** The poster of "Does order matter?": the book's photograph, shuffled, through a fresh model. */
import { orderPoster } from '../../src/components/widgets/token-order/poster.tsx';
import {
  defaults,
  imageSize,
  inChannels,
  patchSize,
  seed,
  tables,
} from '../../src/components/widgets/token-order/settings.ts';
import { tokenOrder } from '../../src/lib/engine/computations/token-order.ts';
import { bookPhotograph } from './photograph.ts';

export async function tokenOrderPoster(): Promise<{ figures: string }> {
  const { reordering, orderSeed } = defaults;
  const result = await tokenOrder({
    image: await bookPhotograph(imageSize, inChannels),
    imageSize,
    inChannels,
    patchSize,
    positionEmbeddings: [...tables],
    reordering,
    seed,
    orderSeed,
  });
  return { figures: orderPoster(result) };
}
