/** How long the attention stage and the MLP stage take on this device, at one number of tokens. */
import { max, type Tensor } from '@tensorflow/tfjs-core';
import { attention, initAttention } from '../../stages/attention.ts';
import { initMlp, mlp } from '../../stages/mlp.ts';
import { evaluation } from '../../stages/mode.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

export interface AttentionTimesRequest {
  /** T. */
  tokens: number;
  /** D, H and M / D. */
  embedDim: number;
  numHeads: number;
  mlpRatio: number;
  /** Runs whose median is taken, after one that is not counted. */
  runs: number;
  /** Of the weights and of the tokens. */
  seed: number;
}

/** Milliseconds, from the call until the largest number of the output has been read back. */
export interface AttentionTimesResult {
  attention: number;
  mlp: number;
}

/** @throws RangeError when H does not divide D, with both. */
export async function attentionTimes(
  request: AttentionTimesRequest,
): Promise<AttentionTimesResult> {
  const { tokens, runs, seed } = request;
  const config = {
    ...request,
    qkvBias: true,
    dropRate: 0,
    attnDropRate: 0,
    activation: 'gelu' as const,
  };
  const random = createRandom(seed);
  const given = scoped(() => ({
    x: random.normalTensor([1, tokens, request.embedDim], 1),
    attention: initAttention(config, random),
    mlp: initMlp(config, random),
  }));
  try {
    const { x } = given;
    return {
      attention: await median(runs, () => attention(given.attention, x, config, evaluation).output),
      mlp: await median(runs, () => mlp(given.mlp, x, config, evaluation).output),
    };
  } finally {
    release(given);
  }
}

async function median(runs: number, stage: () => Tensor): Promise<number> {
  await timed(stage);
  const times: number[] = [];
  for (let run = 0; run < runs; run++) times.push(await timed(stage));
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)]!;
}

async function timed(stage: () => Tensor): Promise<number> {
  const start = performance.now();
  const found = scoped(() => ({ largest: max(stage()) }));
  await readTensor(found.largest);
  release(found);
  return performance.now() - start;
}
