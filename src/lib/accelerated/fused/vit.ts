/**
 * The Vision Transformer of `model/vit.ts` from fused programs: the same logits, a fifth of the draws.
 *
 * Where the head reads the class token alone, the last block computes that token alone: its keys and values need every
 * token, its queries and all that follows do not.
 */
import { reshape, slice, type Tensor } from '@tensorflow/tfjs-core';
import type { VitConfig } from '../../model/config.ts';
import type { VitParameters } from '../../model/vit.ts';
import { dropPathRates } from '../../stages/drop-path.ts';
import type { DenseParameters } from '../../stages/dense.ts';
import type { EncoderBlockParameters } from '../../stages/encoder-block.ts';
import type { LayerNormParameters } from '../../stages/layer-norm.ts';
import type { Mode } from '../../stages/mode.ts';
import { positionTable } from '../../stages/position-embedding.ts';
import { layoutOf, rowsOfOneToken, type Layout } from './layout.ts';
import { keepMask, pathMask, type Masks } from './masked.ts';
import { fusedOps, type Ops } from './ops.ts';

/** The parameters of a block as `fusedAvailable` allows them. */
interface FusedBlock extends EncoderBlockParameters {
  norm1: LayerNormParameters;
  norm2: LayerNormParameters;
  attention: { qkv: DenseParameters; projection: DenseParameters };
}

interface Pass {
  config: VitConfig;
  layout: Layout;
  mode: Mode;
  ops: Ops;
}

/** Images [B, S, S, C] → logits in the first of two rows of each image, [B · 2, classes]. */
export function imageRowLogits(
  params: VitParameters,
  images: Tensor,
  config: VitConfig,
  mode: Mode,
  ops: Ops = fusedOps,
): Tensor {
  const layout = layoutOf(images.shape[0], config);
  const pass = { config, layout, mode, ops };
  const positions = positionTable(params.positions, { ...config, tokens: layout.tokens });
  const embedded = ops.embedding(params, positions, images, config, layout);
  let z = ops.masked(embedded, { numbers: tokenMask(pass, config.embedDim, layout.rows) });
  const rates = dropPathRates(config.dropPathRate, config.depth);
  for (const [index, block] of params.blocks.entries()) {
    const last = index === config.depth - 1 && config.pool === 'token';
    z = encoderBlock(block, z, last ? rowsOfOneToken : layout.rows, rates[index], pass);
  }
  const y = normed(params.norm as LayerNormParameters, pooled(z, pass), pass);
  return ops.dense(params.head.classifier!, y);
}

/** Without the second rows: [B · 2, classes] → [B, classes]. */
export function imageLogits(rows: Tensor): Tensor {
  const [count, classes] = rows.shape;
  const pairs = reshape(rows, [count / 2, 2, classes!]);
  return reshape(slice(pairs, [0, 0, 0], [-1, 1, -1]), [count / 2, classes!]);
}

/** z″ of `queries` rows of each image: [B · rows, D] → [B · queries, D]. */
function encoderBlock(
  params: EncoderBlockParameters,
  z: Tensor,
  queries: number,
  pathRate: number,
  pass: Pass,
): Tensor {
  const { config, layout, mode, ops } = pass;
  const { embedDim: D, numHeads, dropRate } = config;
  const scale = config.scaledAttention ? 1 / Math.sqrt(D / numHeads) : 1;
  const shape = { ...layout, embedDim: D, numHeads, queries, scale };
  const kept = queries === layout.rows ? z : ops.firstTokens(z, layout);
  const { norm1, norm2, attention } = params as FusedBlock;
  const qkv = ops.dense(attention.qkv, normed(norm1, z, pass));
  const heads = ops.attention(qkv, shape, weightMask(pass, queries));
  const branch = (
    { weight, bias }: EncoderBlockParameters['mlp']['contract'],
    x: Tensor,
    residual: Tensor,
  ) => {
    const masks: Masks = {
      numbers: tokenMask(pass, D, queries),
      paths: pathMask(layout.images, pathRate, mode),
    };
    if (!masks.numbers && !masks.paths) return ops.dense({ weight, bias }, x, residual);
    return ops.masked(ops.dense({ weight, bias }, x), masks, residual);
  };
  const attended = branch(attention.projection, heads, kept); // z′
  const hidden = ops.dense(params.mlp.expand, normed(norm2, attended, pass));
  const numbers = dropRate > 0 ? tokenMask(pass, hidden.shape[1]!, queries) : null;
  return branch(
    params.mlp.contract,
    ops.masked(ops.activation(hidden, config.activation), { numbers }),
    attended,
  ); // z″
}

function normed(params: LayerNormParameters, x: Tensor, { config, ops }: Pass): Tensor {
  return ops.layerNorm(params, x, config.normEpsilon);
}

function pooled(z: Tensor, { config, layout, ops }: Pass): Tensor {
  if (config.pool === 'mean') return ops.meanOfTokens(z, layout, 1);
  if (config.pool === 'meanAll') return ops.meanOfTokens(z, layout, 0);
  return config.depth > 0 ? z : ops.firstTokens(z, layout);
}

/** Dropout of `rows` rows of each image, [B · rows, columns]; drawn for all T tokens, as the plain path does. */
function tokenMask({ config, layout, mode }: Pass, columns: number, rows: number): Tensor | null {
  const { images, tokens } = layout;
  const shape = { groups: images, height: tokens, width: columns, rows, columns };
  return keepMask(shape, config.dropRate, mode);
}

/** Dropout of the attention weights: [B · H · queries, rows]. */
function weightMask({ config, layout, mode }: Pass, queries: number): Tensor | null {
  const { images, tokens, rows } = layout;
  const groups = images * config.numHeads;
  const shape = { groups, height: tokens, width: tokens, rows: queries, columns: rows };
  return keepMask(shape, config.attnDropRate, mode);
}
