/** One block of the model in training: how far dropout moves its output, as the paper places it and as a framework does. */
import {
  gather,
  mean,
  mul,
  sqrt,
  squeeze,
  sub,
  sum,
  tensor1d,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { WeightsChoice } from '../../model/checkpoint.ts';
import type { VitConfig } from '../../model/config.ts';
import { vit } from '../../model/vit.ts';
import { encoderBlock, type EncoderBlockParameters } from '../../stages/encoder-block.ts';
import { evaluation } from '../../stages/mode.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor } from '../read.ts';
import { modelInput } from './forward.ts';

/** Where dropout acts: after the dense layers (the paper's), or on the attention weights too (a framework's layer). */
export type DropoutPlaces = 'paper' | 'framework';

export interface BlockDropoutRequest {
  weights: WeightsChoice;
  /** [S, S, C] values from 0 to 1. */
  image: Float32Array;
  /** Which block, from 0. */
  block: number;
  /** 0 to 1. */
  rate: number;
  /** How often the block is run in training, with masks of its own each time. */
  draws: number;
  seed: number;
}

export interface BlockDropoutResult {
  /** For each token: mean length of what dropout changes, over the length of what the block adds at evaluation: [T]. */
  spread: Record<DropoutPlaces, Float32Array>;
}

const places: Record<
  DropoutPlaces,
  (rate: number) => Pick<VitConfig, 'dropRate' | 'attnDropRate'>
> = {
  paper: (rate) => ({ dropRate: rate, attnDropRate: 0 }),
  framework: (rate) => ({ dropRate: rate, attnDropRate: rate }),
};

export async function blockDropout(request: BlockDropoutRequest): Promise<BlockDropoutResult> {
  const { config, parameters } = await modelWith(request.weights);
  const found = scoped(() => {
    const input = modelInput([request.image], config);
    const { embedded, blocks } = vit(parameters, input, config, evaluation);
    const z = request.block === 0 ? embedded : blocks[request.block - 1]!.output; // [1, T, D]
    const output = blocks[request.block]!.output;
    const params = parameters.blocks[request.block]!;
    const moved = (where: DropoutPlaces) =>
      mean(lengths(sub(trained(params, z, config, request, where), output)), 0); // [T]
    return {
      added: squeeze(lengths(sub(output, z)), [0]),
      paper: moved('paper'),
      framework: moved('framework'),
    };
  });
  const [added, paper, framework] = await Promise.all(
    [found.added, found.paper, found.framework].map(readTensor),
  );
  release(found);
  const ofAdded = (lengths: Float32Array) => lengths.map((length, token) => length / added[token]!);
  return { spread: { paper: ofAdded(paper), framework: ofAdded(framework) } };
}

/** The block's output in training, once for each draw: [1, T, D] → [draws, T, D]. */
function trained(
  params: EncoderBlockParameters,
  z: Tensor,
  config: VitConfig,
  { rate, draws, seed }: BlockDropoutRequest,
  where: DropoutPlaces,
): Tensor {
  const many = gather(z, tensor1d(new Int32Array(draws), 'int32'));
  const mode = { training: true, random: createRandom(seed) } as const;
  return encoderBlock(params, many, { ...config, ...places[where](rate), dropPathRate: 0 }, mode)
    .output;
}

/** |x| of every token: [B, T, D] → [B, T]. */
const lengths = (x: Tensor): Tensor => sqrt(sum(mul(x, x), -1));
