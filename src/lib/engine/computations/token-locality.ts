/** What a change of its tokens does to each of a block's two branches, token by token. */
import {
  abs,
  add,
  concat,
  gather,
  max,
  squeeze,
  sub,
  tensor1d,
  zeros,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { WeightsChoice } from '../../model/checkpoint.ts';
import { prefixTokens, type VitConfig } from '../../model/config.ts';
import { vit } from '../../model/vit.ts';
import { attention } from '../../stages/attention.ts';
import type { EncoderBlockParameters } from '../../stages/encoder-block.ts';
import { mlp } from '../../stages/mlp.ts';
import { evaluation } from '../../stages/mode.ts';
import { norm } from '../../stages/norm.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor } from '../read.ts';
import { modelInput } from './forward.ts';

/** One token gets other numbers, or every patch token moves on by one place. */
export type TokenChange = 'one' | 'shift';

export interface TokenLocalityRequest {
  weights: WeightsChoice;
  /** [S, S, C], 0 to 1. */
  image: Float32Array;
  /** From 0. */
  block: number;
  change: TokenChange;
  /** The token that is changed, from 0: with a class token that is token 0. */
  token: number;
  /** Of what is added to it: normal numbers of spread 1. */
  seed: number;
}

export interface TokenLocalityResult {
  /**
   * The largest |difference| among a token's D numbers, [T], of MLP(LN(z′)) and of MSA(LN(z)). After a change of one
   * token: from the branch's output before. After a shift: from that output, shifted as the tokens were.
   */
  mlp: Float32Array;
  attention: Float32Array;
  /** After a shift: from that output as it stood, [T]. */
  mlpInPlace: Float32Array;
}

/** @throws RangeError for a block or token that there is not, with both numbers. */
export async function tokenLocality(request: TokenLocalityRequest): Promise<TokenLocalityResult> {
  const { config, parameters } = await modelWith(request.weights);
  const { block } = request;
  if (!(block in parameters.blocks))
    throw new RangeError(`locality: block ${block} of ${config.depth} blocks`);
  const found = scoped(() => {
    const image = modelInput([request.image], config);
    const { embedded, blocks } = vit(parameters, image, config, evaluation);
    const inputs = { z: blocks[block - 1]?.output ?? embedded, attended: blocks[block]!.attended };
    return compared(parameters.blocks[block]!, inputs, config, request);
  });
  const [mlp, attention, mlpInPlace] = await Promise.all(
    [found.mlp, found.attention, found.mlpInPlace].map(readTensor),
  );
  release(found);
  return { mlp: mlp!, attention: attention!, mlpInPlace: mlpInPlace! };
}

/** Both branches, before and after the change. */
function compared(
  params: EncoderBlockParameters,
  { z, attended }: { z: Tensor; attended: Tensor },
  config: VitConfig,
  { change, token, seed }: TokenLocalityRequest,
) {
  const [, T, D] = z.shape as [number, number, number];
  if (!(token >= 0 && token < T)) throw new RangeError(`locality: token ${token} of ${T} tokens`);
  const think = (x: Tensor) =>
    mlp(params.mlp, norm(params.norm2, x, config, evaluation).output, config, evaluation).output;
  const attend = (x: Tensor) =>
    attention(
      params.attention,
      norm(params.norm1, x, config, evaluation).output,
      config,
      evaluation,
    ).output;
  const noise = createRandom(seed).normalTensor([1, 1, D], 1);
  const order = tensor1d(shifted(T, prefixTokens(config)), 'int32');
  const moved = (x: Tensor) => gather(x, order, 1); // [1, T, D]
  const changed = (x: Tensor) => (change === 'shift' ? moved(x) : withNoise(x, noise, token));
  const before = (y: Tensor) => (change === 'shift' ? moved(y) : y);
  const [thought, rethought] = [think(attended), think(changed(attended))];
  return {
    mlp: largestByToken(before(thought), rethought),
    attention: largestByToken(before(attend(z)), attend(changed(z))),
    mlpInPlace: largestByToken(thought, rethought),
  };
}

/** Which token stands at each place after a shift: the tokens before the patches stay. */
export function shifted(tokens: number, prefix: number): number[] {
  const patches = tokens - prefix;
  return Array.from({ length: tokens }, (_, place) =>
    place < prefix ? place : prefix + ((place - prefix + patches - 1) % patches),
  );
}

/** x with `noise`, [1, 1, D], added to one of its tokens. */
function withNoise(x: Tensor, noise: Tensor, token: number): Tensor {
  const [, T, D] = x.shape as [number, number, number];
  const still = (count: number) => zeros([1, count, D]);
  const parts = [still(token), noise, still(T - token - 1)].filter(({ size }) => size > 0);
  return add(x, concat(parts, 1));
}

const largestByToken = (a: Tensor, b: Tensor): Tensor => squeeze(max(abs(sub(a, b)), 2), [0]);
