/**
 * Eq. 4 and after: one vector for the image, y = LN(z_L⁰), then a dense layer to the logits.
 *
 * `token` reads the class token; `mean` averages the patch tokens first and normalises the average, as timm does. A norm
 * treats each token alone, so taking token 0 before it equals taking it afterwards.
 */
import { mean, reshape, slice, type Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';
import { dense, initDense, type DenseParameters } from './dense.ts';
import type { Initialisation } from './initialisation.ts';

export type Pool = 'token' | 'mean';

export interface HeadConfig {
  /** D. */
  embedDim: number;
  numClasses: number;
}

/** [D, classes] and [classes]. */
export type HeadParameters = DenseParameters;

export interface HeadTrace {
  /** Logits: [B, classes]. */
  output: Tensor;
}

export function initHead(
  { embedDim, numClasses }: HeadConfig,
  random: Random,
  scheme?: Initialisation,
): HeadParameters {
  return initDense({ inputs: embedDim, outputs: numClasses, bias: true }, random, scheme);
}

/** One vector of each image's tokens, of which the first is the class token: [B, T, D] → [B, D]. */
export function pool(z: Tensor, how: Pool): Tensor {
  const [batch, tokens, width] = z.shape;
  if (how === 'mean') return mean(slice(z, [0, 1, 0], [batch, tokens! - 1, width!]), 1);
  return reshape(slice(z, [0, 0, 0], [batch, 1, width!]), [batch, width!]); // [B, 1, D] → [B, D]
}

/** y W + b: [B, D] → [B, classes]. */
export function head(params: HeadParameters, y: Tensor): HeadTrace {
  return { output: dense(params, y) };
}
