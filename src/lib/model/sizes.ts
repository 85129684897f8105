/** The letters of a model's shapes, as numbers. */
import type { Sizes } from '../tensors/shape-expression.ts';
import { gridSide, patchCount, tokenCount, type VitConfig } from './config.ts';

/** One image at a time: B is 1. */
export function modelSizes(config: VitConfig): Sizes {
  const { imageSize, inChannels, patchSize, embedDim, numHeads, mlpRatio, depth } = config;
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
    M: Math.floor(embedDim * mlpRatio),
    L: depth,
    classes: config.numClasses,
  };
}
