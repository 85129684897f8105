/** The logit lens: the model's own norm and head, applied to every token after every block. */
import { reshape, softmax, stack } from '@tensorflow/tfjs-core';
import type { WeightsChoice } from '../../model/checkpoint.ts';
import { vit } from '../../model/vit.ts';
import { head } from '../../stages/head.ts';
import { evaluation } from '../../stages/mode.ts';
import { norm } from '../../stages/norm.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor } from '../read.ts';
import { modelInput } from './forward.ts';

export interface LogitLensRequest {
  weights: WeightsChoice;
  /** [S, S, C] values from 0 to 1. */
  image: Float32Array;
}

export interface LogitLensResult {
  classNames: string[];
  /** L + 1 places (z₀ first), T tokens, classes. */
  shape: [number, number, number];
  /** softmax of the head's logits there: [L + 1, T, classes]. */
  probabilities: Float32Array;
}

export async function logitLens({ weights, image }: LogitLensRequest): Promise<LogitLensResult> {
  const { config, classNames, parameters } = await modelWith(weights);
  const probabilities = scoped(() => {
    const { embedded, blocks } = vit(parameters, modelInput([image], config), config, evaluation);
    const places = [embedded, ...blocks.map(({ output }) => output)];
    const seen = places.map((z) => {
      const rows = reshape(z, [-1, config.embedDim]); // [T, D]
      const y = parameters.norm ? norm(parameters.norm, rows, config, evaluation).output : rows;
      return softmax(head({ ...parameters.head, distillation: null }, y).output); // [T, classes]
    });
    return stack(seen);
  });
  const shape = probabilities.shape as [number, number, number];
  const values = await readTensor(probabilities);
  release({ probabilities });
  return { classNames, shape, probabilities: values };
}
