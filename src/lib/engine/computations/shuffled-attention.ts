/** MSA of the same tokens in two orders: their outputs, and how far apart they are once each is followed to its place. */
import { abs, gather, max, squeeze, sub, tensor, tensor1d } from '@tensorflow/tfjs-core';
import type { WeightsChoice } from '../../model/checkpoint.ts';
import { attention } from '../../stages/attention.ts';
import { evaluation } from '../../stages/mode.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor } from '../read.ts';

export interface ShuffledAttentionRequest {
  weights: WeightsChoice;
  /** Which block's attention, from 0. */
  block: number;
  /** What the block's attention is given: normalised tokens, [T, D]. */
  tokens: Float32Array;
  seed: number;
}

export interface ShuffledAttentionResult {
  /** Which token stands at each place; the class token stays at 0: [T]. */
  order: Uint32Array;
  /** MSA's output for the tokens as they are, and for the shuffled ones: [T, D]. */
  before: Float32Array;
  after: Float32Array;
  /** max |difference| of the outputs place by place, and of each token's own output wherever it stands. */
  inPlace: number;
  followed: number;
}

export async function shuffledAttention(
  request: ShuffledAttentionRequest,
): Promise<ShuffledAttentionResult> {
  const { config, parameters } = await modelWith(request.weights);
  const D = config.embedDim;
  const T = request.tokens.length / D;
  const order = patchesShuffled(T, request.seed);
  const found = scoped(() => {
    const tokens = tensor(request.tokens, [1, T, D]);
    const places = tensor1d(Array.from(order), 'int32');
    const attend = (given: typeof tokens) =>
      attention(parameters.blocks[request.block].attention, given, config, evaluation).output;
    const before = attend(tokens);
    const after = attend(gather(tokens, places, 1));
    return {
      before: squeeze(before, [0]),
      after: squeeze(after, [0]),
      inPlace: max(abs(sub(after, before))),
      followed: max(abs(sub(after, gather(before, places, 1)))),
    };
  });
  const [before, after, inPlace, followed] = await Promise.all(
    [found.before, found.after, found.inPlace, found.followed].map(readTensor),
  );
  release(found);
  return { order, before, after, inPlace: inPlace[0], followed: followed[0] };
}

function patchesShuffled(T: number, seed: number): Uint32Array {
  const drawn = createRandom(seed).permutation(T - 1);
  return Uint32Array.from({ length: T }, (_, place) => (place === 0 ? 0 : drawn[place - 1] + 1));
}
