/** How far each head of a model looks, over several pictures. */
import { stack } from '@tensorflow/tfjs-core';
import { meanDistances } from '../../figures/attention-distance.ts';
import type { WeightsChoice } from '../../model/checkpoint.ts';
import { gridSide } from '../../model/config.ts';
import { vit } from '../../model/vit.ts';
import { evaluation } from '../../stages/mode.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor } from '../read.ts';
import { modelInput } from './forward.ts';
import { withoutHeads, type HeadPlace } from './switched-heads.ts';

export interface HeadDistancesRequest {
  weights: WeightsChoice;
  /** Each [S, S, C], 0 to 1. */
  images: Float32Array[];
  /** Heads that are switched off. */
  off: HeadPlace[];
}

export interface HeadDistancesResult {
  /** For each picture the mean attention distance of each block and head, pixels: [L, H] row-major. */
  distances: Float64Array[];
}

/** @throws RangeError when a picture is not of the model's size, with both numbers. */
export async function headDistances(request: HeadDistancesRequest): Promise<HeadDistancesResult> {
  const { config, parameters } = await modelWith(request.weights);
  const weights = scoped(() => {
    const input = modelInput(request.images, config);
    const kept = withoutHeads(parameters, request.off, config);
    const { blocks } = vit(kept, input, config, evaluation);
    return stack(
      blocks.map((block) => block.attention.weights),
      1,
    ); // [B, L, H, T, T]
  });
  const values = await readTensor(weights);
  release({ weights });
  const [, L, H, T] = weights.shape as [number, number, number, number];
  const size = L * H * T * T;
  const distances = request.images.map((_, i) => {
    const own = values.subarray(i * size, (i + 1) * size);
    return meanDistances(own, [L, H, T], gridSide(config), config.patchSize);
  });
  return { distances };
}
