import type { Pool } from '../stages/head.ts';
import type { PositionEmbedding } from '../stages/position-embedding.ts';

export type { Pool, PositionEmbedding };

/**
 * The one record that describes a Vision Transformer, with timm's words in camelCase.
 *
 * Letters, here and everywhere: B batch, S image side, C channels, P patch side, G = S/P grid side, N = G² patches,
 * D embedding width, H heads, K = D/H head width, M MLP width, L depth.
 */
export interface VitConfig {
  /** S, pixels. */
  imageSize: number;
  /** P, pixels; must divide S. */
  patchSize: number;
  /** C. */
  inChannels: number;
  numClasses: number;
  /** D. */
  embedDim: number;
  /** L, blocks. */
  depth: number;
  /** H; must divide D. */
  numHeads: number;
  /** M / D. */
  mlpRatio: number;
  qkvBias: boolean;
  /** Dropout after dense layers and after adding positions, 0 to 1. */
  dropRate: number;
  /** Dropout on attention weights, 0 to 1. */
  attnDropRate: number;
  /** Drop path of the last block, 0 to 1; earlier blocks follow `linspace(0, rate, L)`. */
  dropPathRate: number;
  positionEmbedding: PositionEmbedding;
  pool: Pool;
  normalization: Normalization;
}

export type Normalization = 'layer';

/** The lab's default: 28,202 parameters, 49 patches. */
export const tinyVit: VitConfig = {
  imageSize: 28,
  patchSize: 4,
  inChannels: 1,
  numClasses: 10,
  embedDim: 32,
  depth: 3,
  numHeads: 4,
  mlpRatio: 2,
  qkvBias: true,
  dropRate: 0,
  attnDropRate: 0,
  dropPathRate: 0,
  positionEmbedding: 'learned',
  pool: 'token',
  normalization: 'layer',
};

/** What is wrong with a config, a sentence each with both numbers; empty when it can be built. */
export function configProblems(config: VitConfig): string[] {
  const { imageSize, patchSize, embedDim, numHeads } = config;
  const problems: string[] = [];
  if (imageSize % patchSize !== 0)
    problems.push(
      `patch embedding: imageSize ${imageSize} is not divisible by patchSize ${patchSize}`,
    );
  if (embedDim % numHeads !== 0)
    problems.push(`attention: embedDim ${embedDim} is not divisible by numHeads ${numHeads}`);
  return problems;
}

/** The config itself, or a RangeError with the first of its problems. */
export function validConfig(config: VitConfig): VitConfig {
  const [problem] = configProblems(config);
  if (problem) throw new RangeError(problem);
  return config;
}

/** N = (S / P)². */
export function patchCount({ imageSize, patchSize }: VitConfig): number {
  return (imageSize / patchSize) ** 2;
}

/** T: the patches and the class token. */
export function tokenCount(config: VitConfig): number {
  return patchCount(config) + 1;
}

/** Numbers that training adjusts, counted without building the model. */
export function countParameters(config: VitConfig): number {
  const { embedDim: D, depth, inChannels, patchSize, numClasses, mlpRatio, qkvBias } = config;
  const dense = (inputs: number, outputs: number, bias = true) =>
    inputs * outputs + (bias ? outputs : 0);
  const norm = 2 * D;
  const M = Math.floor(D * mlpRatio);
  const attention = dense(D, 3 * D, qkvBias) + dense(D, D);
  const block = norm + attention + norm + dense(D, M) + dense(M, D);
  const positions = config.positionEmbedding === 'learned' ? tokenCount(config) * D : 0;
  const embedding = dense(patchSize ** 2 * inChannels, D) + D + positions;
  return embedding + depth * block + norm + dense(D, numClasses);
}
