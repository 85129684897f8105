/**
 * The Vision Transformer: Eq. 1, then Eq. 2 and 3 L times, then Eq. 4 and a dense layer.
 *
 * (Dosovitskiy et al. 2021, arXiv 2010.11929.) Parameters are a plain record; nothing here holds state.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import { initClassToken, prependTokens } from '../stages/class-token.ts';
import { dropPathRates } from '../stages/drop-path.ts';
import { dropout } from '../stages/dropout.ts';
import {
  encoderBlock,
  initEncoderBlock,
  type EncoderBlockParameters,
  type EncoderBlockTrace,
} from '../stages/encoder-block.ts';
import {
  head,
  initHead,
  pool,
  token,
  type HeadParameters,
  type HeadTrace,
} from '../stages/head.ts';
import { initialisations, type InitialisationName } from '../stages/initialisation.ts';
import type { Mode } from '../stages/mode.ts';
import { initNorm, norm, type NormParameters, type NormTrace } from '../stages/norm.ts';
import {
  initPatchEmbedding,
  patchEmbedding,
  type PatchEmbeddingParameters,
  type PatchEmbeddingTrace,
} from '../stages/patch-embedding.ts';
import { addPositions, initPositionEmbedding } from '../stages/position-embedding.ts';
import type { Random } from '../tensors/random.ts';
import { prefixTokens, tokenCount, validConfig, type VitConfig } from './config.ts';

export interface VitParameters {
  /** E and its bias: [P²C, D] and [D]. */
  patchEmbedding: PatchEmbeddingParameters;
  /** x_class: [1, 1, D]. */
  classToken: Tensor;
  /** DeiT's second token, [1, 1, D]; null without it. */
  distillationToken: Tensor | null;
  /** E_pos: [1, T, D]; null when positions are not learned. */
  positions: Tensor | null;
  /** L blocks. */
  blocks: EncoderBlockParameters[];
  /** The norm of Eq. 4; null without it. */
  norm: NormParameters | null;
  head: HeadParameters;
}

export interface VitTrace {
  patchEmbedding: PatchEmbeddingTrace;
  /** z₀, after positions and dropout: [B, T, D]. */
  embedded: Tensor;
  /** z₁ … z_L are the blocks' outputs. */
  blocks: EncoderBlockTrace[];
  /** The vector that the pool reads off z_L: [B, D]. */
  pooled: Tensor;
  /** y = LN(z_L⁰), in `output`: [B, D]; null without the norm. */
  normalised: NormTrace | null;
  head: HeadTrace;
  /** [B, classes], or the features [B, D] with 0 classes. */
  logits: Tensor;
}

/** Fresh parameters. Throws a RangeError for a config that cannot be built. */
export function initVit(
  config: VitConfig,
  random: Random,
  initialisation: InitialisationName = 'xavier',
): VitParameters {
  const scheme = initialisations[initialisation];
  const tokens = tokenCount(validConfig(config));
  return {
    patchEmbedding: initPatchEmbedding(config, random, scheme),
    classToken: initClassToken(config, random, scheme),
    distillationToken: config.distilled ? initClassToken(config, random, scheme) : null,
    positions: initPositionEmbedding({ ...config, tokens }, random, scheme),
    blocks: Array.from({ length: config.depth }, () => initEncoderBlock(config, random, scheme)),
    norm: config.finalNorm ? initNorm(config) : null,
    head: initHead(config, random, scheme),
  };
}

/** Images to logits, [B, S, S, C] → [B, classes], with every intermediate by name. */
export function vit(
  params: VitParameters,
  images: Tensor,
  config: VitConfig,
  mode: Mode,
): VitTrace {
  const patches = patchEmbedding(params.patchEmbedding, images, config);
  const embedded = embed(params, patches.output, config, mode); // z₀
  const blocks = encoder(params.blocks, embedded, config, mode);
  return {
    patchEmbedding: patches,
    embedded,
    blocks,
    ...answer(params, blocks, embedded, config, mode),
  };
}

/** Eq. 1: tokens before the patches, positions, dropout: [B, N, D] → [B, T, D]. */
function embed(params: VitParameters, patches: Tensor, config: VitConfig, mode: Mode): Tensor {
  const learned = [params.classToken, params.distillationToken].filter((token) => token !== null);
  const sequence = prependTokens(learned, patches).output; // [B, T, D]
  const table = { ...config, tokens: tokenCount(config), prefixTokens: prefixTokens(config) };
  const placed = addPositions(params.positions, sequence, table).output; // [B, T, D]
  return dropout(placed, config.dropRate, mode).output;
}

/** Eq. 2 and 3: z₀ → z_L, block after block, each with its own rate of drop path. */
function encoder(
  blocks: EncoderBlockParameters[],
  embedded: Tensor,
  config: VitConfig,
  mode: Mode,
): EncoderBlockTrace[] {
  const rates = dropPathRates(config.dropPathRate, config.depth);
  const traces: EncoderBlockTrace[] = [];
  let z = embedded;
  for (const [index, block] of blocks.entries()) {
    const trace = encoderBlock(block, z, { ...config, dropPathRate: rates[index] }, mode);
    traces.push(trace);
    z = trace.output;
  }
  return traces;
}

/** Eq. 4 and the head: z_L → logits. */
function answer(
  params: VitParameters,
  blocks: EncoderBlockTrace[],
  embedded: Tensor,
  config: VitConfig,
  mode: Mode,
): Pick<VitTrace, 'pooled' | 'normalised' | 'head' | 'logits'> {
  const last = blocks.at(-1)?.output ?? embedded; // z_L
  const finish = (y: Tensor) => (params.norm ? norm(params.norm, y, config, mode) : null);
  const pooled = pool(last, config.pool, prefixTokens(config)); // [B, D]
  const normalised = finish(pooled);
  const second = params.distillationToken ? token(last, 1) : null;
  const distilled = second && (finish(second)?.output ?? second);
  const headTrace = head(params.head, normalised?.output ?? pooled, distilled);
  return { pooled, normalised, head: headTrace, logits: headTrace.output };
}
