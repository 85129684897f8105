/**
 * Eq. 1, first half: an image becomes a sequence, and each patch a token:
 * x_pⁱ E.
 *
 * The linear form multiplies each flattened patch by E; the convolutional
 * one slides E over the image with kernel = stride = P. They are the same
 * function of the same numbers (Dosovitskiy et al. 2021, section 3.1;
 * timm's PatchEmbed, with its optional norm after the projection).
 */
import {
  add,
  conv2d,
  reshape,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { divided, expectShape } from '../tensors/letters.ts';
import type { Random } from '../tensors/random.ts';
import { dense, initDense, type DenseParameters } from './dense.ts';
import { initialisations, type Initialisation } from './initialisation.ts';
import {
  initLayerNorm,
  layerNorm,
  type LayerNormParameters,
} from './layer-norm.ts';
import { patchify, type PatchifyConfig } from './patchify.ts';

export { patchify, unpatchify } from './patchify.ts';

export interface PatchEmbeddingConfig extends PatchifyConfig {
  /** D. */
  embedDim: number;
  patchProjection?: PatchProjection;
  /** A layer norm of each token after the projection. */
  patchNorm?: boolean;
}

export type PatchProjection = 'linear' | 'convolution';

/** E and its bias: [P²C, D] and [D]. */
export interface PatchEmbeddingParameters extends DenseParameters {
  norm: LayerNormParameters | null;
}

export interface PatchEmbeddingTrace {
  /** x_p: [B, N, P²C]. */
  patches: Tensor;
  /** x_p E + b: [B, N, D]. */
  projected: Tensor;
  /** The same, or its norm: [B, N, D]. */
  output: Tensor;
}

export function initPatchEmbedding(
  {
    patchSize,
    inChannels,
    embedDim,
    patchNorm = false,
  }: PatchEmbeddingConfig,
  random: Random,
  scheme: Initialisation = initialisations.xavier,
): PatchEmbeddingParameters {
  const inputs = patchSize * patchSize * inChannels;
  return {
    ...initDense(
      { inputs, outputs: embedDim, bias: true },
      random,
      scheme.patches,
    ),
    norm: patchNorm ? initLayerNorm({ embedDim }) : null,
  };
}

/**
 * x_p E + b: [B, S, S, C] → [B, N, D]. Throws a RangeError when P does not
 * divide S or the images differ.
 */
export function patchEmbedding(
  params: PatchEmbeddingParameters,
  images: Tensor,
  config: PatchEmbeddingConfig,
): PatchEmbeddingTrace {
  const patches = patchify(images, config);
  const projected =
    config.patchProjection === 'convolution'
      ? convolved(params, images, config)
      : dense(params, patches);
  const output = params.norm
    ? layerNorm(params.norm, projected).output
    : projected;
  return { patches, projected, output };
}

/**
 * The strided convolution with E as its kernel: [B, S, S, C] → [B, N, D].
 */
function convolved(
  { weight, bias }: PatchEmbeddingParameters,
  images: Tensor,
  { patchSize: P, inChannels: C, embedDim: D }: PatchEmbeddingConfig,
): Tensor {
  const kernel = toKernel(weight, { patchSize: P, inChannels: C });
  // [B, G, G, D]
  const grid = conv2d(images as Tensor4D, kernel as Tensor4D, P, 'valid');
  const tokens = reshape(grid, [images.shape[0], -1, D]); // [B, N, D]
  return bias ? add(tokens, bias) : tokens;
}

/** E as a convolution's kernel: [P²C, D] → [P, P, C, D]. */
export function toKernel(
  weight: Tensor,
  {
    patchSize: P,
    inChannels: C,
  }: Pick<PatchifyConfig, 'patchSize' | 'inChannels'>,
): Tensor {
  expectShape('patch embedding', weight.shape, [P * P * C, null]);
  return reshape(weight, [P, P, C, weight.shape[1]!]);
}

/** A convolution's kernel as E: [P, P, C, D] → [P²C, D]. */
export function fromKernel(kernel: Tensor): Tensor {
  return reshape(kernel, [-1, kernel.shape[3]!]);
}

/** N = (S / P)². Throws a RangeError when P does not divide S. */
export function patchCount({
  imageSize,
  patchSize,
}: PatchifyConfig): number {
  return (
    divided(
      'patch embedding',
      ['imageSize', imageSize],
      ['patchSize', patchSize],
    ) ** 2
  );
}
