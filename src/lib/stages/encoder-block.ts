/**
 * Eq. 2 and 3, one block of the encoder:
 *
 * z′ = MSA(LN(z)) + z,  z″ = MLP(LN(z′)) + z′
 *
 * (Dosovitskiy et al. 2021.) That is "pre-norm"; "post-norm" (`normFirst:
 * false`; Vaswani et al. 2017) normalises each sum instead: z′ = LN(MSA(z)
 * + z). Each branch has its own draw of drop path, and may be scaled by a
 * learned factor for each channel first (LayerScale, Touvron et al. 2021b).
 */
import { add, fill, mul, type Tensor } from '@tensorflow/tfjs-core';
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
  initMlp,
  mlp,
  type MlpConfig,
  type MlpParameters,
  type MlpTrace,
} from './mlp.ts';
import type { Mode } from './mode.ts';
import {
  initNorm,
  norm,
  type NormConfig,
  type NormParameters,
  type NormTrace,
} from './norm.ts';

export interface EncoderBlockConfig
  extends AttentionConfig, MlpConfig, NormConfig {
  /** Probability that a sample's branch is dropped while training. */
  dropPathRate: number;
  /** Pre-norm (the default) or post-norm. */
  normFirst?: boolean;
  /** The first value of LayerScale's factors; null or absent without it. */
  layerScale?: number | null;
}

export interface EncoderBlockParameters {
  norm1: NormParameters;
  attention: AttentionParameters;
  /** LayerScale's factors, [D]; null without it. */
  scale1: Tensor | null;
  norm2: NormParameters;
  mlp: MlpParameters;
  scale2: Tensor | null;
}

export interface EncoderBlockTrace {
  norm1: NormTrace;
  attention: AttentionTrace;
  /** z′: [B, T, D]. */
  attended: Tensor;
  norm2: NormTrace;
  mlp: MlpTrace;
  /** z″: [B, T, D]. */
  output: Tensor;
}

export function initEncoderBlock(
  config: EncoderBlockConfig,
  random: Random,
  scheme?: Initialisation,
): EncoderBlockParameters {
  const { embedDim, layerScale = null } = config;
  const scale = () =>
    layerScale === null ? null : fill([embedDim], layerScale);
  return {
    norm1: initNorm(config),
    attention: initAttention(config, random, scheme),
    scale1: scale(),
    norm2: initNorm(config),
    mlp: initMlp(config, random, scheme),
    scale2: scale(),
  };
}

/** Both sums of a block: [B, T, D] → [B, T, D]. */
export function encoderBlock(
  params: EncoderBlockParameters,
  z: Tensor,
  config: EncoderBlockConfig,
  mode: Mode,
): EncoderBlockTrace {
  const kept = (branch: Tensor, scale: Tensor | null) =>
    dropPath(scale ? mul(branch, scale) : branch, config.dropPathRate, mode)
      .output;
  const attend = (x: Tensor) =>
    attention(params.attention, x, config, mode);
  const think = (x: Tensor) => mlp(params.mlp, x, config, mode);
  if (config.normFirst === false) {
    const attended = attend(z);
    const norm1 = norm(
      params.norm1,
      add(kept(attended.output, params.scale1), z),
      config,
      mode,
    ); // Eq. 2
    const thought = think(norm1.output);
    const sum = add(kept(thought.output, params.scale2), norm1.output);
    const norm2 = norm(params.norm2, sum, config, mode); // Eq. 3
    const [z1, output] = [norm1.output, norm2.output];
    return {
      norm1,
      attention: attended,
      attended: z1,
      norm2,
      mlp: thought,
      output,
    };
  }
  const norm1 = norm(params.norm1, z, config, mode);
  const attended = attend(norm1.output);
  const z1 = add(kept(attended.output, params.scale1), z); // Eq. 2
  const norm2 = norm(params.norm2, z1, config, mode);
  const thought = think(norm2.output);
  const output = add(kept(thought.output, params.scale2), z1); // Eq. 3
  return {
    norm1,
    attention: attended,
    attended: z1,
    norm2,
    mlp: thought,
    output,
  };
}
