/** The poster of "One query, fifty keys": the garments checkpoint on the book's garment. */
import { stepsPoster } from '../../src/components/widgets/attention-steps/poster.tsx';
import {
  defaults,
  divisorOf,
  type ModelShape,
} from '../../src/components/widgets/attention-steps/settings.ts';
import { shapeOf } from '../../src/components/widgets/attention-steps/use-view.ts';
import { headOf } from '../../src/lib/figures/attention-head.ts';
import { bookForward } from './model.ts';

export async function attentionStepsPoster(): Promise<{ shape: ModelShape; figures: string }> {
  const { input, result } = await bookForward();
  const shape = shapeOf(result);
  const figures = stepsPoster({
    input,
    head: headOf(result.trace, defaults.block, defaults.head),
    divisor: divisorOf(defaults.divisor, shape),
    shape,
  });
  return { shape, figures };
}
