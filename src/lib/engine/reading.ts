/** What each of the five ways reads off a frozen model: the vectors that its head gets. */
import { concat, slice, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { prefixTokens, type VitConfig } from '../model/config.ts';
import { readIn, type ReadingWay } from '../model/reading-ways.ts';
import { vit, type VitParameters } from '../model/vit.ts';
import { pool, token } from '../stages/head.ts';
import { initClassToken } from '../stages/class-token.ts';
import { evaluation } from '../stages/mode.ts';
import { norm } from '../stages/norm.ts';
import type { Random } from '../tensors/random.ts';

/** Images [B, S, S, C] → the ways' vectors, [B, D] each; DeiT's way has two, every other one. */
export function readVectors(
  params: VitParameters,
  images: Tensor,
  config: VitConfig,
  ways: readonly ReadingWay[],
  random: Random,
): Record<ReadingWay, Tensor[]> {
  const plain = readIn('token', config);
  const tokens = lastTokens(params, images, plain); // z_L: [B, T, D]
  const found = ways.map((way) => {
    if (way !== 'distilled')
      return [way, [finish(params, pool(tokens, readIn(way, config).pool), config)]];
    const two = withDistillationToken(params, plain, random);
    const last = lastTokens(two, images, readIn(way, config));
    return [way, [0, 1].map((index) => finish(params, token(last, index), config))];
  });
  return Object.fromEntries(found) as Record<ReadingWay, Tensor[]>;
}

function lastTokens(params: VitParameters, images: Tensor, config: VitConfig): Tensor {
  const { blocks, embedded } = vit(params, images, config, evaluation);
  return blocks.at(-1)?.output ?? embedded;
}

/** LN of Eq. 4, where the model has it. */
function finish(params: VitParameters, y: Tensor, config: VitConfig): Tensor {
  return params.norm ? norm(params.norm, y, config, evaluation).output : y;
}

/** The model with a fresh second token, whose position is zero: nothing has trained it. */
function withDistillationToken(
  params: VitParameters,
  config: VitConfig,
  random: Random,
): VitParameters {
  const { positions } = params;
  const [D, before] = [config.embedDim, prefixTokens(config)];
  const rest = positions && positions.shape[1]! - before;
  return {
    ...params,
    distillationToken: initClassToken(config, random),
    positions:
      positions &&
      concat(
        [
          slice(positions, [0, 0, 0], [1, before, D]),
          zeros([1, 1, D]),
          slice(positions, [0, before, 0], [1, rest!, D]),
        ],
        1,
      ),
  };
}
