/** The parts that the fused model is made of; each can be exchanged for plain operations. */
import { attention } from './attention.ts';
import { crossEntropy } from './cross-entropy.ts';
import { dense } from './dense.ts';
import { embedding } from './embedding.ts';
import { gelu } from './gelu.ts';
import { layerNorm } from './layer-norm.ts';
import { masked } from './masked.ts';
import { firstTokens, meanOfPatches } from './pool.ts';

export const fusedOps = {
  attention,
  crossEntropy,
  dense,
  embedding,
  firstTokens,
  gelu,
  layerNorm,
  masked,
  meanOfPatches,
};

export type Ops = typeof fusedOps;
