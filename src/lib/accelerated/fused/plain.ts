/** Each of the fused parts from plain operations, in the same layout: what they are checked against, and a way round one. */
import {
  add,
  matMul,
  mean,
  mul,
  pad,
  reshape,
  slice,
  softmax,
  transpose,
  unstack,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { activations } from '../../stages/activations.ts';
import { prependClassToken } from '../../stages/class-token.ts';
import { dense } from '../../stages/dense.ts';
import { layerNorm } from '../../stages/layer-norm.ts';
import { patchEmbedding } from '../../stages/patch-embedding.ts';
import { clipByNorm } from '../../training/clip.ts';
import { crossEntropy } from '../../training/loss.ts';
import { accuracy } from '../../training/metrics.ts';
import { joinedByDecay, optimise } from '../../training/optimiser.ts';
import type { AttentionShape } from './attention.ts';
import type { Layout } from './layout.ts';
import type { Ops } from './ops.ts';
import { imageLogits } from './vit.ts';

export const plainOps: Ops = {
  activation: (x, name) => activations[name](x),
  attention: plainAttention,
  crossEntropy(rows, labels, smoothing = 0) {
    const logits = imageLogits(rows);
    return {
      loss: crossEntropy(logits, labels, smoothing).loss,
      accuracy: accuracy(logits, labels),
    };
  },
  dense: (params, x, residual = null) => plus(dense(params, x), residual),
  embedding(params, positions, images, config, layout) {
    const patches = patchEmbedding(params.patchEmbedding, images, config).output;
    const sequence = prependClassToken(params.classToken, patches).output; // [B, T, D]
    return padded(plus(sequence, positions), layout);
  },
  firstTokens(z, { images, rows }) {
    const D = z.shape[1]!;
    return reshape(slice(reshape(z, [images, rows, D]), [0, 0, 0], [-1, 2, -1]), [-1, D]);
  },
  layerNorm: (params, x, epsilon) => layerNorm(params, x, epsilon).output,
  masked(x, { numbers, paths = null }, residual = null) {
    const kept = numbers ? mul(x, numbers) : x;
    return plus(paths ? maskedImages(kept, paths) : kept, residual);
  },
  meanOfTokens(z, { images, rows, tokens }, from) {
    const D = z.shape[1]!;
    const counted = slice(reshape(z, [images, rows, D]), [0, from, 0], [-1, tokens - from, -1]);
    const first = mean(counted, 1, true); // [B, 1, D]
    return reshape(pad(first, [[0, 0], [0, 1], [0, 0]]), [-1, D]); // prettier-ignore
  },
  update({ parameters, gradients, clipNorm, moments, step, decayed, settings }) {
    const gradient = clipByNorm(joinedByDecay(gradients, decayed), clipNorm);
    const moved = optimise(parameters, gradient.output, moments, step, decayed, settings);
    return { ...moved, norm: gradient.norm };
  },
};

function plus(x: Tensor, residual: Tensor | null): Tensor {
  return residual ? add(x, residual) : x;
}

/** [B, T, D] → [B · rows, D], zeros in the rows of padding. */
function padded(x: Tensor, { rows, tokens }: Layout): Tensor {
  const even = rows === tokens ? x : pad(x, [[0, 0], [0, rows - tokens], [0, 0]]); // prettier-ignore
  return reshape(even, [-1, x.shape[2]!]);
}

function maskedImages(x: Tensor, paths: Tensor): Tensor {
  const [count, columns] = x.shape;
  const byImage = reshape(x, [paths.size, count / paths.size, columns!]);
  return reshape(mul(byImage, reshape(paths, [-1, 1, 1])), x.shape);
}

function plainAttention(qkv: Tensor, shape: AttentionShape, mask: Tensor | null = null): Tensor {
  const { images, tokens, rows, embedDim: D, numHeads: H, queries, scale } = shape;
  const K = D / H;
  const parts = reshape(qkv, [images, rows, 3, H, K]);
  const [q, k, v] = unstack(transpose(parts, [2, 0, 3, 1, 4])); // [B, H, rows, K] each
  const real = (x: Tensor, count: number) => slice(x, [0, 0, 0, 0], [-1, -1, count, -1]);
  const scores = matMul(mul(real(q, queries), scale), real(k, tokens), false, true);
  const weights = softmax(scores); // [B, H, queries, T]
  const reshaped = mask && reshape(mask, [images, H, queries, rows]);
  const kept = reshaped ? mul(weights, slice(reshaped, [0, 0, 0, 0], weights.shape)) : weights;
  const mixed = matMul(kept, real(v, tokens)); // [B, H, queries, K]
  return reshape(transpose(mixed, [0, 2, 1, 3]), [images * queries, D]);
}
