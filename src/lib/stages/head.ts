/**
 * Eq. 4 and after: one vector for the image, y = LN(z_L⁰), then a dense
 * layer to the logits.
 *
 * The paper's pre-training head has a hidden tanh layer ("pre-logits")
 * between the two. DeiT reads two tokens with two heads and, once trained,
 * averages their logits (Touvron et al. 2021, section 4).
 */
import {
  add,
  mean,
  mul,
  reshape,
  slice,
  tanh,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';
import { dense, initDense, type DenseParameters } from './dense.ts';
import { initialisations, type Initialisation } from './initialisation.ts';

/**
 * `token`: the class token; `mean`: the mean of the patches, as in timm;
 * `meanAll`: the mean of all tokens. Means are taken before the norm. A
 * norm treats each token alone, so taking a token before it equals taking
 * it afterwards.
 */
export type Pool = 'token' | 'mean' | 'meanAll';

export interface HeadConfig {
  /** D. */
  embedDim: number;
  /** 0: no logits, the features themselves. */
  numClasses: number;
  /** Width of the hidden tanh layer; null or absent without one. */
  representationSize?: number | null;
  /** A second head for the distillation token. */
  distilled?: boolean;
}

export interface HeadParameters {
  /** [D, R] and [R]. */
  preLogits: DenseParameters | null;
  /** [D or R, classes] and [classes]; null with 0 classes. */
  classifier: DenseParameters | null;
  /** The distillation token's own. */
  distillation: DenseParameters | null;
}

export interface HeadTrace {
  /** tanh(y W + b), or y itself: [B, R]. */
  features: Tensor;
  /** The class token's logits: [B, classes]. */
  classLogits: Tensor;
  /** The distillation token's: [B, classes]; null without one. */
  distillationLogits: Tensor | null;
  /** The logits, DeiT's as the mean of both: [B, classes]. */
  output: Tensor;
}

export function initHead(
  {
    embedDim,
    numClasses,
    representationSize = null,
    distilled = false,
  }: HeadConfig,
  random: Random,
  { dense: scheme }: Initialisation = initialisations.xavier,
): HeadParameters {
  const layer = (inputs: number, outputs: number) =>
    initDense({ inputs, outputs, bias: true }, random, scheme);
  const width = representationSize ?? embedDim;
  return {
    preLogits:
      representationSize === null
        ? null
        : layer(embedDim, representationSize),
    classifier: numClasses === 0 ? null : layer(width, numClasses),
    distillation:
      distilled && numClasses > 0 ? layer(embedDim, numClasses) : null,
  };
}

/** Token `index` of each image: [B, T, D] → [B, D]. */
export function token(z: Tensor, index: number): Tensor {
  const [batch, , width] = z.shape;
  return reshape(slice(z, [0, index, 0], [batch, 1, width!]), [
    batch,
    width!,
  ]); // [B, 1, D] → [B, D]
}

/**
 * One vector of each image's tokens, of which the first `prefixTokens` are
 * no patches: [B, T, D] → [B, D].
 */
export function pool(z: Tensor, how: Pool, prefixTokens = 1): Tensor {
  const [batch, tokens, width] = z.shape;
  if (how === 'token') return token(z, 0);
  if (how === 'meanAll') return mean(z, 1);
  return mean(
    slice(z, [0, prefixTokens, 0], [batch, tokens! - prefixTokens, width!]),
    1,
  );
}

/**
 * y W + b: [B, D] → [B, classes]; `distilled` is the distillation token's
 * y.
 */
export function head(
  { preLogits, classifier, distillation }: HeadParameters,
  y: Tensor,
  distilled: Tensor | null = null,
): HeadTrace {
  const features = preLogits ? tanh(dense(preLogits, y)) : y;
  const classLogits = classifier ? dense(classifier, features) : features;
  const distillationLogits =
    distillation && distilled ? dense(distillation, distilled) : null;
  const output = distillationLogits
    ? mul(add(classLogits, distillationLogits), 0.5)
    : classLogits;
  return { features, classLogits, distillationLogits, output };
}
