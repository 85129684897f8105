/** A model's weights as plain data, by name. */
import type { WeightsChoice } from '../../model/checkpoint.ts';
import type { VitConfig } from '../../model/config.ts';
import { flattenParameters } from '../../model/parameters.ts';
import { modelWith } from '../model-weights.ts';
import { readPlain, type PlainTensor } from '../read.ts';

export interface ModelParametersResult {
  config: VitConfig;
  /** Under the paths of `VitParameters`: `patchEmbedding.projection.weight`, `positions`, `blocks.0.norm1.gamma`. */
  parameters: Record<string, PlainTensor>;
}

export async function modelParameters({
  weights,
}: {
  weights: WeightsChoice;
}): Promise<ModelParametersResult> {
  const { config, parameters } = await modelWith(weights);
  const read = flattenParameters(parameters).map(
    async ({ name, tensor }) => [name, await readPlain(tensor)] as const,
  );
  return { config, parameters: Object.fromEntries(await Promise.all(read)) };
}
