/** One picture through a model of which some heads are switched off. */
import { mul, softmax, tensor2d } from '@tensorflow/tfjs-core';
import type { WeightsChoice } from '../../model/checkpoint.ts';
import type { VitConfig } from '../../model/config.ts';
import { vit, type VitParameters } from '../../model/vit.ts';
import { evaluation } from '../../stages/mode.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor } from '../read.ts';
import { modelInput } from './forward.ts';

/** A head by its block and its place in it, both from 0. */
export type HeadPlace = readonly [block: number, head: number];

export interface SwitchedHeadsRequest {
  weights: WeightsChoice;
  /** [S, S, C] values from 0 to 1, row-major, channels last. */
  image: Float32Array;
  /** One pass for each of these: the heads that are off in it. */
  sets: HeadPlace[][];
}

/** A pass without some heads. */
export interface SwitchedRun {
  /** [L, H, T, T], query rows; a head that is off still computes its weights, its output goes nowhere. */
  attention: Float32Array;
  /** [classes]. */
  logits: Float32Array;
  probabilities: Float32Array;
}

export interface SwitchedHeadsResult {
  runs: SwitchedRun[];
}

/** @throws RangeError for a head that the model does not have, or a picture of another size. */
export async function switchedHeads(request: SwitchedHeadsRequest): Promise<SwitchedHeadsResult> {
  const { config, parameters } = await modelWith(request.weights);
  const runs: SwitchedRun[] = [];
  for (const off of request.sets) runs.push(await run(parameters, request.image, off, config));
  return { runs };
}

async function run(
  parameters: VitParameters,
  image: Float32Array,
  off: HeadPlace[],
  config: VitConfig,
): Promise<SwitchedRun> {
  const found = scoped(() => {
    const input = modelInput([image], config);
    const { blocks, logits } = vit(
      withoutHeads(parameters, off, config),
      input,
      config,
      evaluation,
    );
    const attention = blocks.map((block) => block.attention.weights);
    return { attention, logits, probabilities: softmax(logits) };
  });
  const [logits, probabilities, ...attention] = await Promise.all(
    [found.logits, found.probabilities, ...found.attention].map(readTensor),
  );
  release(found);
  return { attention: joined(attention), logits: logits!, probabilities: probabilities! };
}

/**
 * The same parameters with the heads' K rows of the output projection set to 0: what a head puts out is multiplied by
 * nothing else, so this is its output set to 0 before the projection.
 */
export function withoutHeads(
  parameters: VitParameters,
  off: readonly HeadPlace[],
  config: VitConfig,
): VitParameters {
  off.forEach((place) => expectHead(place, config));
  const blocks = parameters.blocks.map((block, index) => {
    const heads = off.filter(([at]) => at === index).map(([, head]) => head);
    if (heads.length === 0) return block;
    const { projection } = block.attention;
    const weight = mul(projection.weight, keptRows(heads, config));
    return { ...block, attention: { ...block.attention, projection: { ...projection, weight } } };
  });
  return { ...parameters, blocks };
}

/** 1 for each row of the projection that a head which is on writes to, else 0: [D, 1]. */
function keptRows(heads: number[], { embedDim, numHeads }: VitConfig) {
  const K = embedDim / numHeads;
  const kept = Array.from({ length: embedDim }, (_, d) => +!heads.includes(Math.floor(d / K)));
  return tensor2d(kept, [embedDim, 1]);
}

function expectHead([block, head]: HeadPlace, { depth, numHeads }: VitConfig): void {
  if (block < depth && head < numHeads && Math.min(block, head) >= 0) return;
  throw new RangeError(
    `heads: block ${block + 1}, head ${head + 1} is not among ${depth} blocks of ${numHeads} heads`,
  );
}

function joined(parts: Float32Array[]): Float32Array {
  const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
  parts.reduce((at, part) => (all.set(part, at), at + part.length), 0);
  return all;
}
