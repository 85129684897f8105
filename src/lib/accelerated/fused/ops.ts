/** The parts that the fused step is made of; each can be exchanged for plain operations. */
import { activation } from './activation.ts';
import { attention } from './attention.ts';
import { crossEntropy } from './cross-entropy.ts';
import { dense } from './dense.ts';
import { embedding } from './embedding.ts';
import { layerNorm } from './layer-norm.ts';
import { masked } from './masked.ts';
import { update } from './optimiser.ts';
import { firstTokens, meanOfTokens } from './pool.ts';

export const fusedOps = {
  activation,
  attention,
  crossEntropy,
  dense,
  embedding,
  firstTokens,
  layerNorm,
  masked,
  meanOfTokens,
  update,
};

export type Ops = typeof fusedOps;
