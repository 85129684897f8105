/** What can be seen of a model between two steps: its errors, its predictions, where it attends, where things are. */
import {
  add,
  cast,
  concat,
  div,
  equal,
  argMax,
  matMul,
  norm,
  scalar,
  slice,
  softmax,
  squeeze,
  stack,
  sum,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { VitConfig } from '../model/config.ts';
import { vit, type VitParameters } from '../model/vit.ts';
import { evaluation } from '../stages/mode.ts';
import { scoped } from '../tensors/scope.ts';
import type { Images } from './dataset.ts';
import { batchTensors, imageTensor } from './images.ts';
import { crossEntropy } from './loss.ts';

/** Images per forward pass: bounds the memory of an evaluation. */
const chunk = 250;

/** Images [B, S, S, C] → logits [B, classes]; the plain model's, or those of something faster that equals it. */
export type Logits = (params: VitParameters, images: Tensor, config: VitConfig) => Tensor;

const plainLogits: Logits = (params, images, config) =>
  vit(params, images, config, evaluation).logits;

/** The logits of all the images, a few hundred at a time: [count, classes]. */
export function logitsOfAll(
  params: VitParameters,
  images: Images,
  config: VitConfig,
  logitsOf: Logits = plainLogits,
): Tensor {
  return scoped(() => {
    const starts = Array.from({ length: Math.ceil(images.count / chunk) }, (_, i) => i * chunk);
    const parts = starts.map((start) => {
      const part = imageSlice(images, start, start + chunk);
      return scoped(() => logitsOf(params, imageTensor(part.pixels, part.count, config), config));
    });
    return concat(parts);
  });
}

/** Mean cross-entropy and fraction of right answers over all the images: [2]. */
export function evaluate(
  params: VitParameters,
  images: Images,
  config: VitConfig,
  logitsOf: Logits = plainLogits,
): Tensor {
  return scoped(() => {
    let total: Tensor = stack([scalar(0), scalar(0)]);
    for (let start = 0; start < images.count; start += chunk) {
      const before = total;
      total = scoped(() => {
        const batch = batchTensors(imageSlice(images, start, start + chunk), config);
        return add(before, totals(logitsOf(params, batch.images, config), batch.labels));
      });
    }
    return div(total, images.count);
  });
}

/** Sum of the losses and number of right answers: [2]. */
function totals(logits: Tensor, labels: Tensor): Tensor {
  const right = cast(equal(argMax(logits, 1), labels), 'float32');
  return stack([sum(crossEntropy(logits, labels).losses), sum(right)]);
}

function imageSlice({ pixels, labels, count }: Images, start: number, wantedEnd: number): Images {
  const end = Math.min(wantedEnd, count);
  const area = pixels.length / count;
  return {
    pixels: pixels.subarray(start * area, end * area),
    labels: labels.subarray(start, end),
    count: end - start,
  };
}

export interface Observation {
  /** softmax of the logits: [count, classes]. */
  probabilities: Tensor;
  /** Attention weights of the watched image, every block: [L, H, T, T]. */
  attention: Tensor;
  /** Cosine similarity of the patches' positions: [N, N]; null when they have none. */
  positionSimilarity: Tensor | null;
}

/** One forward pass over a few images, of which the one at `watched` is looked at closely. */
export function observe(
  params: VitParameters,
  images: Images,
  watched: number,
  config: VitConfig,
): Observation {
  return scoped(() => {
    const input = imageTensor(images.pixels, images.count, config);
    const { logits, blocks } = vit(params, input, config, evaluation);
    const maps = blocks.map(({ attention }) => {
      const [, H, T] = attention.weights.shape;
      return slice(attention.weights, [watched, 0, 0, 0], [1, H!, T!, T!]);
    });
    return {
      probabilities: softmax(logits),
      attention: concat(maps),
      positionSimilarity: positionSimilarity(params),
    };
  });
}

/** cos(E_pos[i], E_pos[j]) over the patches, the class token's row left out: [N, N]. */
function positionSimilarity({ positions }: VitParameters): Tensor | null {
  if (positions === null) return null;
  const [, T, D] = positions.shape;
  const rows = squeeze(slice(positions, [0, 1, 0], [1, T! - 1, D!]), [0]); // [N, D]
  const unit = div(rows, norm(rows, 2, 1, true));
  return matMul(unit, unit, false, true);
}
