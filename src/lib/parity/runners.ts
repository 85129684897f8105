/** How each stage is run on a fixture: parameters, inputs and config in, every intermediate out. */
import { reshape, stack, tensor1d, unstack, type Tensor } from '@tensorflow/tfjs-core';
import { buffersAfter } from '../model/buffers.ts';
import { tinyVit, type VitConfig } from '../model/config.ts';
import { vit, type VitParameters } from '../model/vit.ts';
import { attention, type AttentionConfig, type AttentionParameters } from '../stages/attention.ts';
import { batchNorm, type BatchNormParameters } from '../stages/batch-norm.ts';
import { prependTokens } from '../stages/class-token.ts';
import { dropPath } from '../stages/drop-path.ts';
import { dropout } from '../stages/dropout.ts';
import {
  encoderBlock,
  type EncoderBlockConfig,
  type EncoderBlockParameters,
} from '../stages/encoder-block.ts';
import { groupNorm, type GroupNormConfig, type GroupNormParameters } from '../stages/group-norm.ts';
import { head, pool, token, type HeadParameters, type Pool } from '../stages/head.ts';
import { layerNorm, type LayerNormParameters } from '../stages/layer-norm.ts';
import { mlp, type MlpConfig, type MlpParameters } from '../stages/mlp.ts';
import { evaluation, type Mode } from '../stages/mode.ts';
import {
  patchEmbedding,
  patchify,
  unpatchify,
  type PatchEmbeddingConfig,
  type PatchEmbeddingParameters,
} from '../stages/patch-embedding.ts';
import { addPositions, type PositionEmbeddingConfig } from '../stages/position-embedding.ts';
import {
  interpolatePositions,
  type PositionInterpolationConfig,
} from '../stages/position-interpolation.ts';
import { rmsNorm, type RmsNormParameters } from '../stages/rms-norm.ts';
import { scaledDotProduct } from '../stages/scaled-dot-product.ts';
import { crossEntropy } from '../training/loss.ts';
import { runLoss, type LossConfig } from './losses.ts';
import { replay } from './replay.ts';

export interface Run {
  /** Nested as the stage takes them; a missing one is undefined. */
  params: unknown;
  inputs: Record<string, Tensor>;
  config: Record<string, unknown>;
}

/** Returns a record with every intermediate, `output` among them. */
export type Runner = (run: Run) => object;

function modeOf({ draws, training }: Run['config']): Mode {
  if (!draws && !training) return evaluation;
  return { training: true, random: replay((draws as number[] | undefined) ?? []) };
}

const block: Runner = ({ params, inputs, config }) =>
  encoderBlock(
    params as EncoderBlockParameters,
    inputs.x,
    config as unknown as EncoderBlockConfig,
    modeOf(config),
  );

export const runners: Record<string, Runner> = {
  patchify: ({ inputs, config }) => ({
    output: (config.inverse ? unpatchify : patchify)(
      inputs.x,
      config as unknown as PatchEmbeddingConfig,
    ),
  }),
  'patch-embedding': ({ params, inputs, config }) =>
    patchEmbedding(
      params as PatchEmbeddingParameters,
      inputs.images,
      config as unknown as PatchEmbeddingConfig,
    ),
  'class-token': ({ params, inputs }) =>
    prependTokens(Object.values(params as Record<string, Tensor>), inputs.x),
  'position-embedding': ({ params, inputs, config }) =>
    addPositions(
      (params as { table?: Tensor }).table ?? null,
      inputs.x,
      config as unknown as PositionEmbeddingConfig,
    ),
  'position-interpolation': ({ params, config }) => ({
    output: interpolatePositions(
      (params as { table: Tensor }).table,
      config as unknown as PositionInterpolationConfig,
    ),
  }),
  'scaled-dot-product': ({ inputs: { queries, keys, values }, config }) =>
    scaledDotProduct(queries, keys, values, config as { attnDropRate: number }, modeOf(config)),
  attention: ({ params, inputs, config }) =>
    attention(
      params as AttentionParameters,
      inputs.x,
      config as unknown as AttentionConfig,
      modeOf(config),
      inputs.mask ?? null,
    ),
  'layer-norm': ({ params, inputs, config }) =>
    layerNorm(params as LayerNormParameters, inputs.x, config.epsilon as number),
  'rms-norm': ({ params, inputs }) => rmsNorm(params as RmsNormParameters, inputs.x),
  'batch-norm': ({ params, inputs, config }) =>
    batchNorm(
      params as BatchNormParameters,
      { mean: inputs.runningMean, variance: inputs.runningVariance },
      inputs.x,
      modeOf(config),
    ),
  'group-norm': ({ params, inputs, config }) =>
    groupNorm(params as GroupNormParameters, inputs.x, config as unknown as GroupNormConfig),
  mlp: ({ params, inputs, config }) =>
    mlp(params as MlpParameters, inputs.x, config as unknown as MlpConfig, modeOf(config)),
  dropout: ({ inputs, config }) =>
    (config.path ? dropPath : dropout)(inputs.x, config.rate as number, modeOf(config)),
  'encoder-block': block,
  'encoder-block-options': block,
  head: ({ params, inputs, config }) =>
    readOut(params as HeadRun, inputs.x, config.pool as Pool, config.prefixTokens as number),
  loss: ({ inputs, config }) => runLoss(inputs, config as unknown as LossConfig),
  vit: ({ params, inputs, config }) => runVit(params as VitParameters, inputs, config),
};

/** A whole model: what each block returns, the logits, the loss as `output`, and the running averages of batch norms. */
function runVit(
  params: VitParameters,
  { images, running }: Record<string, Tensor>,
  given: Run['config'],
): object {
  const config = { ...tinyVit, ...given } as VitConfig;
  const absent = { distillationToken: null, positions: null, norm: null };
  const listed = { ...absent, ...params, blocks: Object.values(params.blocks) };
  const model = running ? withRunning(listed, running) : listed;
  const trace = vit(model, images, config, modeOf(given));
  const { embedded, blocks, pooled, logits } = trace;
  const { loss } = crossEntropy(logits, tensor1d(given.labels as number[], 'int32'));
  const outputs = blocks.map(({ output }) => output);
  const made = { embedded, blocks: outputs, pooled, logits, loss, output: loss };
  return running ? { ...made, running: reshape(stack(buffersAfter(trace)), running.shape) } : made;
}

/** The model with the running averages [norms, 2, D], each norm's mean before its variance. */
function withRunning(params: VitParameters, running: Tensor): VitParameters {
  const left = unstack(running).map((pair) => unstack(pair));
  const next = <Norm extends object>(norm: Norm) => {
    const [mean, variance] = left.shift()!;
    return { ...norm, running: { mean, variance } };
  };
  const blocks = params.blocks.map((block) => ({
    ...block,
    norm1: next(block.norm1),
    norm2: next(block.norm2),
  }));
  return { ...params, blocks, norm: params.norm && next(params.norm) } as VitParameters;
}

interface HeadRun {
  norm: LayerNormParameters;
  head?: HeadParameters;
}

/** Eq. 4 as the model composes it: pool, norm, head. */
function readOut(params: HeadRun, z: Tensor, how: Pool, prefixTokens: number): object {
  const { preLogits = null, classifier = null, distillation = null } = params.head ?? {};
  const pooled = pool(z, how, prefixTokens);
  const normalised = layerNorm(params.norm, pooled);
  const second = distillation ? layerNorm(params.norm, token(z, 1)).output : null;
  const trace = head({ preLogits, classifier, distillation }, normalised.output, second);

  return { pooled, normalised, head: trace, output: trace.output };
}
