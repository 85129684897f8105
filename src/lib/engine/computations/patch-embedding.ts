/** An image cut into patches and embedded, both as a dense layer and as a strided convolution. */
import {
  abs,
  conv2d,
  dispose,
  gather,
  max,
  reshape,
  sub,
  tensor1d,
  tensor4d,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { rearranged } from '../../figures/rearranged.ts';
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
  /** Which patch stands at each place, [N], to embed them in that order too; row by row when left out. */
  order?: Uint32Array | null;
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
  /** Largest |difference| between the tokens of the reordered patches and the tokens reordered. */
  orderDifference: number;
}

export async function patchEmbedding({
  image,
  imageSize,
  inChannels,
  patchSize,
  embedDim,
  seed,
  order = null,
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
    const difference = max(abs(sub(asTokens, output)));
    const size = { imageSize, patchSize, channels: inChannels };
    const places = order ?? Uint32Array.from({ length: patches.shape[1]! }, (_, i) => i);
    const moved = rearranged(image as Float32Array<ArrayBuffer>, places, size);
    const again = embedPatches(parameters, tensor4d(moved, images.shape), config).output;
    const followed = gather(output, tensor1d(Array.from(places), 'int32'), 1);
    const apart = max(abs(sub(again, followed)));
    return { patches, weight, tokens: output, difference, apart };
  });
  const { patches: x, weight: E, tokens: xE, difference: d, apart: a } = traced;
  const [patches, weight, tokens, difference, apart] = await Promise.all(
    [x, E, xE, d, a].map(readTensor),
  );
  dispose(traced);
  return {
    patches,
    weight,
    tokens,
    convolutionDifference: difference[0],
    orderDifference: apart[0],
  };
}
