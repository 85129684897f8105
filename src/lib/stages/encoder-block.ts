/**
 * Eq. 2 and 3, one block of the encoder, norms before the branches ("pre-norm"):
 *
 * z′ = MSA(LN(z)) + z,  z″ = MLP(LN(z′)) + z′
 *
 * (Dosovitskiy et al. 2021, Eq. 2 and 3.) Each branch has its own draw of drop path.
 */
import { add, type Tensor } from '@tensorflow/tfjs-core';
import type { Random } from '../tensors/random.ts';
import {
  attention,
  initAttention,
  type AttentionConfig,
  type AttentionParameters,
  type AttentionTrace,
} from './attention.ts';
import { dropPath } from './drop-path.ts';
import type { Initialisation } from './initialisation.ts';
import {
  initLayerNorm,
  layerNorm,
  type LayerNormParameters,
  type LayerNormTrace,
} from './layer-norm.ts';
import { initMlp, mlp, type MlpConfig, type MlpParameters, type MlpTrace } from './mlp.ts';
import type { Mode } from './mode.ts';

export interface EncoderBlockConfig extends AttentionConfig, MlpConfig {
  /** Probability that a sample's branch is dropped while training. */
  dropPathRate: number;
}

export interface EncoderBlockParameters {
  norm1: LayerNormParameters;
  attention: AttentionParameters;
  norm2: LayerNormParameters;
  mlp: MlpParameters;
}

export interface EncoderBlockTrace {
  norm1: LayerNormTrace;
  attention: AttentionTrace;
  /** z′: [B, T, D]. */
  attended: Tensor;
  norm2: LayerNormTrace;
  mlp: MlpTrace;
  /** z″: [B, T, D]. */
  output: Tensor;
}

export function initEncoderBlock(
  config: EncoderBlockConfig,
  random: Random,
  scheme?: Initialisation,
): EncoderBlockParameters {
  return {
    norm1: initLayerNorm(config),
    attention: initAttention(config, random, scheme),
    norm2: initLayerNorm(config),
    mlp: initMlp(config, random, scheme),
  };
}

/** z → z″: [B, T, D] → [B, T, D]. */
export function encoderBlock(
  params: EncoderBlockParameters,
  z: Tensor,
  config: EncoderBlockConfig,
  mode: Mode,
): EncoderBlockTrace {
  const kept = (branch: Tensor) => dropPath(branch, config.dropPathRate, mode).output;
  const norm1 = layerNorm(params.norm1, z);
  const attentionTrace = attention(params.attention, norm1.output, config, mode);
  const attended = add(kept(attentionTrace.output), z); // z′
  const norm2 = layerNorm(params.norm2, attended);
  const mlpTrace = mlp(params.mlp, norm2.output, config, mode);
  const output = add(kept(mlpTrace.output), attended); // z″
  return { norm1, attention: attentionTrace, attended, norm2, mlp: mlpTrace, output };
}
