/** The poster of "A mask, in three places": the garments checkpoint on the book's garment. */
import { masksPoster } from '../../src/components/widgets/masks/poster.tsx';
import {
  defaultProbe,
  defaults,
  maskOf,
  shownHead,
} from '../../src/components/widgets/masks/settings.ts';
import { maskedAttention } from '../../src/lib/engine/computations/masked-attention.ts';
import { headOf } from '../../src/lib/figures/attention-head.ts';
import { bookForward } from './model.ts';

export async function masksPosters(): Promise<{ figures: string }> {
  const { input, result } = await bookForward();
  const { tokens, queries, keys, values } = headOf(result.trace, shownHead.block, shownHead.head);
  const probe = defaultProbe(tokens);
  const mask = maskOf(defaults.mask, tokens, probe);
  const masked = await maskedAttention({ queries, keys, values, tokens, mask, probe });
  return { figures: masksPoster({ input, masked, tokens, probe }) };
}
