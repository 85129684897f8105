/** An image cut into patches and embedded, both as a dense layer and as a strided convolution. */
import {
  abs,
  conv2d,
  dispose,
  max,
  reshape,
  sub,
  tensor4d,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import {
  initPatchEmbedding,
  patchEmbedding as embedPatches,
} from '../../stages/patch-embedding.ts';
import { createRandom } from '../../tensors/random.ts';
import { scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

export interface PatchEmbeddingRequest {
  /** [S, S, C] values from 0 to 1, row-major, channels last. */
  image: Float32Array;
  imageSize: number;
  inChannels: number;
  patchSize: number;
  embedDim: number;
  seed: number;
}

export interface PatchEmbeddingResult {
  /** [N, P²C], each row flattened as (row, column, channel). */
  patches: Float32Array;
  /** E: [P²C, D]. */
  weight: Float32Array;
  /** x_p E + bias: [N, D]. */
  tokens: Float32Array;
  /** Largest |difference| between the dense layer and the strided convolution. */
  convolutionDifference: number;
}

export async function patchEmbedding({
  image,
  imageSize,
  inChannels,
  patchSize,
  embedDim,
  seed,
}: PatchEmbeddingRequest): Promise<PatchEmbeddingResult> {
  const traced = scoped(() => {
    const config = { imageSize, patchSize, inChannels, embedDim };
    const parameters = initPatchEmbedding(config, createRandom(seed));
    const images = tensor4d(image, [1, imageSize, imageSize, inChannels]);
    const { patches, output } = embedPatches(parameters, images, config);
    const kernel = reshape(parameters.weight, [
      patchSize,
      patchSize,
      inChannels,
      embedDim,
    ]) as Tensor4D;
    const convolved = conv2d(images, kernel, patchSize, 'valid');
    const asTokens = reshape(convolved, output.shape);
    const weight = parameters.weight as Tensor;
    return { patches, weight, tokens: output, difference: max(abs(sub(asTokens, output))) };
  });
  const [patches, weight, tokens, difference] = await Promise.all(
    [traced.patches, traced.weight, traced.tokens, traced.difference].map(readTensor),
  );
  dispose(traced);
  return { patches, weight, tokens, convolutionDifference: difference[0] };
}
