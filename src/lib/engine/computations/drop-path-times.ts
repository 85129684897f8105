/** How long a batch takes through the blocks: without drop path, with its masks, and with the dropped branches left out. */
import {
  abs,
  add,
  gather,
  max,
  mul,
  sub,
  tensor1d,
  unsortedSegmentSum,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { tinyVit, tokenCount, type VitConfig } from '../../model/config.ts';
import { attention } from '../../stages/attention.ts';
import { dropPathRates } from '../../stages/drop-path.ts';
import {
  encoderBlock,
  initEncoderBlock,
  type EncoderBlockParameters,
} from '../../stages/encoder-block.ts';
import { mlp } from '../../stages/mlp.ts';
import { evaluation, type Mode } from '../../stages/mode.ts';
import { norm } from '../../stages/norm.ts';
import { createRandom, type Random } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';

/** Every branch in full; every branch in full, then masked; each branch for the samples that keep it, and no others. */
export const ways = ['none', 'masked', 'skipped'] as const;
export type Way = (typeof ways)[number];

export interface DropPathTimesRequest {
  /** L, D, H and B. */
  depth: number;
  embedDim: number;
  numHeads: number;
  batch: number;
  /** Of the last block; the others follow the linear rule. */
  rate: number;
  /** Of weights, tokens and masks: the masks are the same in every round. */
  seed: number;
  /** Which round: decides the order of the three. */
  round: number;
}

export interface DropPathTimesResult {
  milliseconds: Record<Way, number>;
  /** The largest |difference| of the stream after the last block, masked and skipped. */
  difference: number;
  /** Branches that the masks kept, of 2 · L · B. */
  kept: number;
}

/** One round: each way once, from the tokens to the numbers read back, in an order drawn for the round. */
export async function dropPathTimes(request: DropPathTimesRequest): Promise<DropPathTimesResult> {
  const { depth, embedDim, numHeads, batch, rate, seed, round } = request;
  const config: VitConfig = { ...tinyVit, depth, embedDim, numHeads };
  const rates = dropPathRates(rate, depth);
  const made = scoped(() => {
    const random = createRandom(seed);
    return {
      blocks: Array.from({ length: depth }, () => initEncoderBlock(blockConfig(config, 0), random)),
      z: random.normalTensor([batch, tokenCount(config), embedDim], 1),
    };
  });
  const keeping = createRandom(seed).fork('masks');
  const run = {
    none: () => masked(made.blocks, made.z, config, rates, evaluation),
    masked: () => masked(made.blocks, made.z, config, rates, training(keeping)),
    skipped: () => skipped(made.blocks, made.z, config, rates, keeping.fork('draws')),
  };
  const milliseconds = { none: 0, masked: 0, skipped: 0 };
  const outputs: Partial<Record<Way, Tensor>> = {};
  for (const index of createRandom(round).permutation(ways.length)) {
    const way = ways[index]!;
    const start = performance.now();
    const output = scoped(run[way]);
    await readTensor(output);
    milliseconds[way] = performance.now() - start;
    outputs[way] = output;
  }
  const gap = scoped(() => max(abs(sub(outputs.masked!, outputs.skipped!))));
  const [difference] = await readTensor(gap);
  release({ made, outputs, gap });
  const kept = keptIn(rates, batch, keeping.fork('draws'));
  return { milliseconds, difference: difference!, kept };
}

const training = (keeping: Random): Mode => ({ training: true, random: keeping.fork('draws') });

const blockConfig = (config: VitConfig, dropPathRate: number) => ({ ...config, dropPathRate });

/** The blocks as they are: a dropped branch is computed, then multiplied by zero. */
function masked(
  blocks: EncoderBlockParameters[],
  z: Tensor,
  config: VitConfig,
  rates: number[],
  mode: Mode,
): Tensor {
  return blocks.reduce(
    (stream, block, i) => encoderBlock(block, stream, blockConfig(config, rates[i]!), mode).output,
    z,
  );
}

/** The same sums from the same draws: each branch is computed for the samples that keep it, and for no others. */
function skipped(
  blocks: EncoderBlockParameters[],
  z: Tensor,
  config: VitConfig,
  rates: number[],
  random: Random,
): Tensor {
  return blocks.reduce((stream, block, i) => {
    const keep = 1 - rates[i]!;
    const attend = (x: Tensor) =>
      attention(
        block.attention,
        norm(block.norm1, x, config, evaluation).output,
        config,
        evaluation,
      ).output;
    const think = (x: Tensor) =>
      mlp(block.mlp, norm(block.norm2, x, config, evaluation).output, config, evaluation).output;
    return addKept(addKept(stream, attend, keep, random), think, keep, random);
  }, z);
}

/** z plus the branch of the samples that a draw keeps, grown by 1 / keep. */
function addKept(z: Tensor, branch: (x: Tensor) => Tensor, keep: number, random: Random): Tensor {
  const batch = z.shape[0]!;
  if (keep === 1) return add(branch(z), z);
  const samples = drawnOf(batch, keep, random);
  if (samples.length === 0) return z;
  const ids = tensor1d(samples, 'int32');
  const grown = mul(branch(gather(z, ids)), 1 / keep); // [kept, T, D]
  return add(unsortedSegmentSum(grown, ids, batch), z);
}

/** The samples that one draw of drop path keeps: floor(keep + U) is 1. */
function drawnOf(batch: number, keep: number, random: Random): number[] {
  const kept = Array.from({ length: batch }, () => Math.floor(keep + random.uniform()) > 0);
  return kept.flatMap((stays, sample) => (stays ? [sample] : []));
}

function keptIn(rates: number[], batch: number, random: Random): number {
  const branch = (rate: number) => (rate === 0 ? batch : drawnOf(batch, 1 - rate, random).length);
  return rates.reduce((sum, rate) => sum + branch(rate) + branch(rate), 0);
}
