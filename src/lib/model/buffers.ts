/** The running averages that a forward pass leaves: the buffers of the model that takes the next step. */
import type { Tensor } from '@tensorflow/tfjs-core';
import type { NormTrace } from '../stages/norm.ts';
import type { VitTrace } from './vit.ts';

/** In the order of `flattenBuffers`; empty where no norm is a batch norm. */
export function buffersAfter({ blocks, normalised }: VitTrace): Tensor[] {
  const inBlocks = blocks.flatMap(({ norm1, norm2 }) => [...running(norm1), ...running(norm2)]);
  return [...inBlocks, ...running(normalised)];
}

function running(norm: NormTrace | null): Tensor[] {
  return norm && 'state' in norm ? [norm.state.mean, norm.state.variance] : [];
}
