/** The functions behind the widgets' requests: plain arrays in, tensors inside, plain arrays out. */
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
import { initPatchEmbedding, patchEmbedding } from '../stages/patch-embedding.ts';
import { createRandom } from '../tensors/random.ts';
import { scoped } from '../tensors/scope.ts';
import type { ComputationName, RequestOf, ResultOf } from './protocol.ts';
import { readTensor } from './read.ts';

type Computation<Name extends ComputationName> = (
  request: RequestOf<Name>,
) => Promise<ResultOf<Name>>;

export const computations: { [Name in ComputationName]: Computation<Name> } = {
  async patchEmbedding({ image, imageSize, inChannels, patchSize, embedDim, seed }) {
    const traced = scoped(() => {
      const config = { imageSize, patchSize, inChannels, embedDim };
      const parameters = initPatchEmbedding(config, createRandom(seed));
      const images = tensor4d(image, [1, imageSize, imageSize, inChannels]);
      const { patches, output } = patchEmbedding(parameters, images, config);
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
  },
};
