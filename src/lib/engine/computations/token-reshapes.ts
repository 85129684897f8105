/**
 * Three ways to make tokens of a convolution's output, [B, D, G, G] as PyTorch lays it out: one is right.
 *
 * The filters are the identity, D = P²C: a token's numbers are the pixels of its own patch, and can be put back.
 */
import {
  abs,
  conv2d,
  max,
  oneHot,
  reshape,
  sub,
  tensor1d,
  tensor4d,
  transpose,
  type Tensor,
  type Tensor4D,
} from '@tensorflow/tfjs-core';
import { toKernel, unpatchify } from '../../stages/patch-embedding.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

export interface TokenReshapesRequest {
  /** [B, S, S, C], 0 to 1. */
  images: Float32Array;
  imageSize: number;
  inChannels: number;
  patchSize: number;
}

export interface Reshaped {
  shape: number[];
  /** The tokens put back as pictures: [B, S, S, C]. */
  pictures: Float32Array;
  /** Largest |difference| from the right tokens; null when the shape is another. */
  difference: number | null;
}

export interface TokenReshapesResult {
  /** [B, D, G, G]. */
  convolved: number[];
  /** flatten(2).transpose(1, 2) */
  right: Reshaped;
  /** reshape(B, N, D) */
  silent: Reshaped;
  /** reshape(-1, N).transpose(0, 1): its rows are cut into B parts to be put back. */
  merged: Reshaped;
}

export async function tokenReshapes(request: TokenReshapesRequest): Promise<TokenReshapesResult> {
  const { patchSize, inChannels } = request;
  const D = patchSize * patchSize * inChannels;
  const made = scoped(() => {
    const features = convolve(request, D); // [B, D, G, G]
    const [batch, , G] = features.shape as [number, number, number];
    const N = G * G;
    const right = transpose(reshape(features, [batch, D, N]), [0, 2, 1]); // [B, N, D]
    const silent = reshape(features, [batch, N, D]); // [B, N, D], but not those
    const merged = transpose(reshape(features, [-1, N]), [1, 0]); // [N, B D]
    const parts = transpose(reshape(merged, [N, batch, D]), [1, 0, 2]); // [B, N, D]
    return {
      convolved: features,
      right,
      silent,
      merged,
      pictures: [right, silent, parts].map((tokens) => unpatchify(tokens, request)),
      difference: max(abs(sub(silent, right))),
    };
  });
  const [right, silent, merged, difference] = await Promise.all(
    [...made.pictures, made.difference].map(readTensor),
  );
  const shapes = { convolved: made.convolved.shape, right: made.right.shape };
  const result = {
    convolved: shapes.convolved,
    right: { shape: shapes.right, pictures: right!, difference: 0 },
    silent: { shape: made.silent.shape, pictures: silent!, difference: difference![0]! },
    merged: { shape: made.merged.shape, pictures: merged!, difference: null },
  };
  release(made);
  return result;
}

/** A convolution whose filters are the identity, in PyTorch's order: [B, D, G, G]. */
function convolve(
  { images, imageSize: S, inChannels: C, patchSize }: TokenReshapesRequest,
  D: number,
): Tensor {
  const batch = images.length / (S * S * C);
  const x = tensor4d(images, [batch, S, S, C]);
  const diagonal = tensor1d(
    Array.from({ length: D }, (_, d) => d),
    'int32',
  );
  const identity = oneHot(diagonal, D, 1, 0, 'float32');
  const kernel = toKernel(identity, { patchSize, inChannels: C });
  const grid = conv2d(x, kernel as Tensor4D, patchSize, 'valid'); // [B, G, G, D]
  return transpose(grid, [0, 3, 1, 2]);
}
