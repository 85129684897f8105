/** Several pictures through one model in one batch: what stands before its first and before its last norm. */
import type { WeightsChoice } from '../../model/checkpoint.ts';
import type { VitConfig } from '../../model/config.ts';
import { vit } from '../../model/vit.ts';
import { evaluation } from '../../stages/mode.ts';
import type { NormParameters } from '../../stages/norm.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { modelWith } from '../model-weights.ts';
import { readPlain, readTensor, type PlainTensor } from '../read.ts';
import { modelInput } from './forward.ts';

export interface BatchTokensRequest {
  weights: WeightsChoice;
  /** [S, S, C] each, values from 0 to 1. */
  images: Float32Array[];
}

/** γ and β, [D] each; β is 0 where the norm has none. */
export interface PlainAffine {
  weight: Float32Array;
  bias: Float32Array;
}

export interface BatchTokensResult {
  config: VitConfig;
  /** The pictures as the model takes them, −1 to 1: [B, S, S, C]. */
  images: PlainTensor;
  /** z₀, which the first block's first norm is given: [B, T, D]. */
  embedded: PlainTensor;
  /** z_L⁰, which the norm of Eq. 4 is given: [B, D]. */
  pooled: PlainTensor;
  /** Of the norms before which they stand. */
  firstNorm: PlainAffine;
  lastNorm: PlainAffine;
}

export async function batchTokens(request: BatchTokensRequest): Promise<BatchTokensResult> {
  const { config, parameters } = await modelWith(request.weights);
  const found = scoped(() => {
    const images = modelInput(request.images, config);
    const { embedded, pooled } = vit(parameters, images, config, evaluation);
    return { images, embedded, pooled };
  });
  const [images, embedded, pooled] = await Promise.all(
    [found.images, found.embedded, found.pooled].map(readPlain),
  );
  release(found);
  const firstNorm = await affine(parameters.blocks[0]!.norm1, config.embedDim);
  const lastNorm = await affine(parameters.norm, config.embedDim);
  return { config, images, embedded, pooled, firstNorm, lastNorm };
}

async function affine(norm: NormParameters | null, embedDim: number): Promise<PlainAffine> {
  const weight = norm ? await readTensor(norm.weight) : new Float32Array(embedDim).fill(1);
  const bias = norm && 'bias' in norm ? await readTensor(norm.bias) : new Float32Array(embedDim);
  return { weight, bias };
}
