/** How large the gradient of each block's weights is in a fresh model, with the norms before the branches and after. */
import {
  add,
  grads,
  scalar,
  sqrt,
  square,
  stack,
  sum,
  tensor1d,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { CheckpointName } from '../../model/checkpoint.ts';
import { tokenCount, type VitConfig } from '../../model/config.ts';
import { flattenParameters, replaceParameters } from '../../model/parameters.ts';
import { initVit, vit, type VitParameters } from '../../model/vit.ts';
import type { InitialisationName } from '../../stages/initialisation.ts';
import { evaluation } from '../../stages/mode.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { crossEntropy } from '../../training/loss.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor } from '../read.ts';
import { modelInput } from './forward.ts';

export interface GradientNormsRequest {
  /** Whose sizes the fresh model has, but for its depth. */
  architecture: CheckpointName;
  /** [S, S, C] values from 0 to 1. */
  image: Float32Array;
  /** L. */
  depth: number;
  initialisation: InitialisationName;
  /** Of the weights. */
  seed: number;
}

export interface GradientNormsResult {
  /** √ of the sum of the squares of ∂ loss / ∂ weight over all weights of a block: [L]. */
  pre: Float32Array;
  post: Float32Array;
  /** D and T. */
  embedDim: number;
  tokens: number;
}

/** The loss is the cross-entropy with the model's first class. Post-norm has no norm after the last block. */
export async function gradientNorms(request: GradientNormsRequest): Promise<GradientNormsResult> {
  const { architecture, image, depth, initialisation, seed } = request;
  const { config } = await modelWith({ kind: 'random', seed, architecture });
  const found = scoped(() => {
    const images = modelInput([image], config);
    const norms = (normFirst: boolean) => {
      const own = { ...config, depth, normFirst, finalNorm: normFirst };
      return blockNorms(initVit(own, createRandom(seed), initialisation), images, [0], own);
    };
    return { pre: norms(true), post: norms(false) };
  });
  const [pre, post] = await Promise.all([found.pre, found.post].map(readTensor));
  release(found);
  return { pre: pre!, post: post!, embedDim: config.embedDim, tokens: tokenCount(config) };
}

/** The length of ∂ cross-entropy / ∂ weights, over all weights of each block: [L]. */
export function blockNorms(
  params: VitParameters,
  images: Tensor,
  labels: number[],
  config: VitConfig,
): Tensor {
  const { blocks } = params;
  const loss = (...tensors: Tensor[]) => {
    const given = { ...params, blocks: replaceParameters(blocks, tensors) };
    const { logits } = vit(given, images, config, evaluation);
    return crossEntropy(logits, tensor1d(labels, 'int32')).loss;
  };
  const gradients = grads(loss)(flattenParameters(blocks).map(({ tensor }) => tensor));
  const each = gradients.length / blocks.length;
  return stack(
    blocks.map((_, l) => {
      const own = gradients.slice(l * each, (l + 1) * each).map((one) => sum(square(one)));
      return sqrt(own.reduce((total, one) => add(total, one), scalar(0)));
    }),
  );
}
