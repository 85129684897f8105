/** The evaluation of `training/observe.ts` from fused programs. */
import { add, concat, div, mul, reshape, tidy, zeros, type Tensor } from '@tensorflow/tfjs-core';
import type { VitConfig } from '../../model/config.ts';
import type { VitParameters } from '../../model/vit.ts';
import { evaluation } from '../../stages/mode.ts';
import type { Images } from '../../training/dataset.ts';
import { batchTensors } from '../../training/images.ts';
import { evaluate } from '../../training/observe.ts';
import { fusedAvailable } from './available.ts';
import { crossEntropy } from './cross-entropy.ts';
import { imageRowLogits } from './vit.ts';

/** Images per forward pass: few enough that no matrix of scores outgrows a texture in most models. */
const chunk = 50;

/** Mean cross-entropy and fraction of right answers over all the images: [2]. */
export function fusedEvaluate(params: VitParameters, images: Images, config: VitConfig): Tensor {
  if (!fusedAvailable(config)) return evaluate(params, images, config);
  return tidy(() => {
    let total: Tensor = zeros([2]);
    for (let start = 0; start < images.count; start += chunk)
      total = add(total, chunkTotals(params, slice(images, start, chunk), config));
    return div(total, images.count);
  });
}

/** Sum of the losses and number of right answers: [2]. */
function chunkTotals(params: VitParameters, images: Images, config: VitConfig): Tensor {
  return tidy(() => {
    const batch = batchTensors(images, config);
    const logits = imageRowLogits(params, batch.images, config, evaluation);
    const { loss, accuracy } = crossEntropy(logits, batch.labels);
    const means = concat([loss, accuracy].map((value) => reshape(value, [1])));
    return mul(means, images.count);
  });
}

function slice({ pixels, labels, count }: Images, start: number, most: number): Images {
  const area = pixels.length / count;
  const end = Math.min(start + most, count);
  return {
    pixels: pixels.subarray(start * area, end * area),
    labels: labels.subarray(start, end),
    count: end - start,
  };
}
