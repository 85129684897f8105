/**
 * The Vision Transformer: Eq. 1, then Eq. 2 and 3 L times, then Eq. 4 and a dense layer.
 *
 * (Dosovitskiy et al. 2021, arXiv 2010.11929.) Parameters are a plain record; nothing here holds state.
 */
import type { Tensor } from '@tensorflow/tfjs-core';
import { initClassToken, prependClassToken } from '../stages/class-token.ts';
import { dropPathRates } from '../stages/drop-path.ts';
import { dropout } from '../stages/dropout.ts';
import {
  encoderBlock,
  initEncoderBlock,
  type EncoderBlockParameters,
  type EncoderBlockTrace,
} from '../stages/encoder-block.ts';
import { head, initHead, pool, type HeadParameters, type HeadTrace } from '../stages/head.ts';
import { initialisations, type InitialisationName } from '../stages/initialisation.ts';
import {
  initLayerNorm,
  layerNorm,
  type LayerNormParameters,
  type LayerNormTrace,
} from '../stages/layer-norm.ts';
import type { Mode } from '../stages/mode.ts';
import {
  initPatchEmbedding,
  patchEmbedding,
  type PatchEmbeddingParameters,
  type PatchEmbeddingTrace,
} from '../stages/patch-embedding.ts';
import { addPositions, initPositionEmbedding } from '../stages/position-embedding.ts';
import type { Random } from '../tensors/random.ts';
import { tokenCount, validConfig, type VitConfig } from './config.ts';

export interface VitParameters {
  /** E and its bias: [P²C, D] and [D]. */
  patchEmbedding: PatchEmbeddingParameters;
  /** x_class: [1, 1, D]. */
  classToken: Tensor;
  /** E_pos: [1, T, D]; null when positions are not learned. */
  positions: Tensor | null;
  /** L blocks. */
  blocks: EncoderBlockParameters[];
  norm: LayerNormParameters;
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
  /** y = LN(z_L⁰), in `output`: [B, D]. */
  normalised: LayerNormTrace;
  head: HeadTrace;
  /** [B, classes]. */
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
    positions: initPositionEmbedding({ ...config, tokens }, random, scheme),
    blocks: Array.from({ length: config.depth }, () => initEncoderBlock(config, random, scheme)),
    norm: initLayerNorm(config),
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
  const sequence = prependClassToken(params.classToken, patches.output).output; // [B, T, D]
  const placed = addPositions(params.positions, sequence, {
    ...config,
    tokens: tokenCount(config),
  });
  const embedded = dropout(placed.output, config.dropRate, mode).output; // z₀
  const blocks = encoder(params.blocks, embedded, config, mode);
  const pooled = pool(blocks.at(-1)?.output ?? embedded, config.pool); // [B, D]
  const normalised = layerNorm(params.norm, pooled);
  const headTrace = head(params.head, normalised.output);
  return {
    patchEmbedding: patches,
    embedded,
    blocks,
    pooled,
    normalised,
    head: headTrace,
    logits: headTrace.output,
  };
}

/** z₀ → z_L, block after block, each with its own rate of drop path. */
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
