/** The letters of a model's shapes, as numbers. */
import { mlpWidth } from '../stages/mlp-width.ts';
import type { Sizes } from '../tensors/shape-expression.ts';
import { gridSide, patchCount, tokenCount, type VitConfig } from './config.ts';

/** One image at a time: B is 1. */
export function modelSizes(config: VitConfig): Sizes {
  const { imageSize, inChannels, patchSize, embedDim, numHeads, depth } = config;
  return {
    B: 1,
    S: imageSize,
    C: inChannels,
    P: patchSize,
    G: gridSide(config),
    N: patchCount(config),
    T: tokenCount(config),
    D: embedDim,
    H: numHeads,
    K: embedDim / numHeads,
    M: mlpWidth(config),
    L: depth,
    classes: config.numClasses,
  };
}
