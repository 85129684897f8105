import type { Activation } from '../stages/activations.ts';
import type { Pool } from '../stages/head.ts';
import type { Normalization } from '../stages/norm.ts';
import type { PatchProjection } from '../stages/patch-embedding.ts';
import type { PositionEmbedding } from '../stages/position-kinds.ts';

export type { Activation, Normalization, PatchProjection, Pool, PositionEmbedding };

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
  /** 0: the features themselves, without a classifier. */
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
  /** Scores divided by √K before the softmax; false leaves them as they are. */
  scaledAttention: boolean;
  /** Dropout after dense layers and after adding positions, 0 to 1. */
  dropRate: number;
  /** Dropout on attention weights, 0 to 1. */
  attnDropRate: number;
  /** Drop path of the last block, 0 to 1; earlier blocks follow `linspace(0, rate, L)`. */
  dropPathRate: number;
  positionEmbedding: PositionEmbedding;
  pool: Pool;
  normalization: Normalization;

  /** Variants: what the paper and timm's default leave as they are in `tinyVit`. */

  /** Patches by a dense layer or by the same numbers as a convolution. */
  patchProjection: PatchProjection;
  /** A layer norm of each token right after the projection. */
  patchNorm: boolean;
  /** DeiT's second token and head. */
  distilled: boolean;
  /** Three dense layers for q, k and v in place of one. */
  separateQkv: boolean;
  activation: Activation;
  /** Norms before the branches, or after the sums. */
  normFirst: boolean;
  /** ε of every norm, whichever it is. */
  normEpsilon: number;
  /** The norm of Eq. 4. */
  finalNorm: boolean;
  /** The first value of LayerScale's factors; null without it. */
  layerScale: number | null;
  /** Width of the hidden tanh layer before the classifier; null without it. */
  representationSize: number | null;
}

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
  scaledAttention: true,
  dropRate: 0,
  attnDropRate: 0,
  dropPathRate: 0,
  positionEmbedding: 'learned',
  pool: 'token',
  normalization: 'layer',
  patchProjection: 'linear',
  patchNorm: false,
  distilled: false,
  separateQkv: false,
  activation: 'gelu',
  normFirst: true,
  normEpsilon: 1e-6,
  finalNorm: true,
  layerScale: null,
  representationSize: null,
};

/** What is wrong with a config, a sentence each with the numbers; empty when it can be built. */
export function configProblems(config: VitConfig): string[] {
  const { imageSize, patchSize, embedDim, numHeads, positionEmbedding } = config;
  const { distilled, pool, finalNorm, normalization } = config;
  const problems = [...sizeProblems(config), ...rateProblems(config)];
  if (imageSize % patchSize !== 0)
    problems.push(
      `patch embedding: imageSize ${imageSize} is not divisible by patchSize ${patchSize}`,
    );
  if (embedDim % numHeads !== 0)
    problems.push(`attention: embedDim ${embedDim} is not divisible by numHeads ${numHeads}`);
  if (positionEmbedding.startsWith('sinusoidal2d') && embedDim % 4 !== 0)
    problems.push(`position embedding: embedDim ${embedDim} is not divisible by four waves 4`);
  if (distilled && pool !== 'token')
    problems.push(`head: a distillation token needs the pool token, not ${pool}`);
  if (distilled && finalNorm && normalization === 'batch')
    problems.push('head: normalization batch has one mean for the class token and the distillation token, which needs layer or rms'); // prettier-ignore
  return problems;
}

const sizes = ['imageSize', 'patchSize', 'inChannels', 'embedDim', 'numHeads'] as const;
const counts = ['numClasses', 'depth'] as const;
const rates = ['dropRate', 'attnDropRate', 'dropPathRate'] as const;

/** A value after its name; nothing where it is no number. */
const given = (value: number) => (Number.isNaN(value) ? '' : ` ${value}`);

function sizeProblems(config: VitConfig): string[] {
  const wrong = sizes.filter((key) => !(Number.isInteger(config[key]) && config[key] > 0));
  const problems = wrong.map(
    (key) => `model: ${key}${given(config[key])} is not a whole number above 0`,
  );
  for (const key of counts)
    if (!(Number.isInteger(config[key]) && config[key] >= 0))
      problems.push(`model: ${key}${given(config[key])} is not a whole number of 0 or more`);
  const { embedDim, mlpRatio } = config;
  if (!(embedDim * mlpRatio >= 1))
    problems.push(`mlp: embedDim ${embedDim} times mlpRatio ${mlpRatio} is less than 1`);
  return problems;
}

function rateProblems(config: VitConfig): string[] {
  const wrong = rates.filter((key) => !(config[key] >= 0 && config[key] < 1));
  return wrong.map((key) => `model: ${key}${given(config[key])} is not at least 0 and less than 1`);
}

/** The config itself, or a RangeError with the first of its problems. */
export function validConfig(config: VitConfig): VitConfig {
  const [problem] = configProblems(config);
  if (problem) throw new RangeError(problem);
  return config;
}

/** G = S / P. */
export function gridSide({ imageSize, patchSize }: VitConfig): number {
  return imageSize / patchSize;
}

/** N = G². */
export function patchCount(config: VitConfig): number {
  return gridSide(config) ** 2;
}

/** Tokens before the patches: the class token and, in DeiT, the distillation token. */
export function prefixTokens({ distilled }: VitConfig): number {
  return distilled ? 2 : 1;
}

/** T: the patches and the tokens before them. */
export function tokenCount(config: VitConfig): number {
  return patchCount(config) + prefixTokens(config);
}
