/** The poster of "Gains and offsets": the garments checkpoint. */
import { normWeightsPoster } from '../../src/components/widgets/norm-weights/poster.tsx';
import { normRows } from '../../src/components/widgets/norm-weights/rows.ts';
import { modelParameters } from '../../src/lib/engine/computations/model-parameters.ts';
import { bookInput } from './model.ts';

export async function normWeightsPosters(): Promise<{ figures: string }> {
  const { weights } = await bookInput();
  return { figures: normWeightsPoster(normRows(await modelParameters({ weights }))) };
}
