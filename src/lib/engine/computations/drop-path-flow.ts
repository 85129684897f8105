/** A batch of pictures through a model in training mode: which branches drop path kept, read off the stream itself. */
import {
  div,
  mul,
  slice,
  softmax,
  squeeze,
  stack,
  sub,
  sum,
  type Tensor,
} from '@tensorflow/tfjs-core';
import type { WeightsChoice } from '../../model/checkpoint.ts';
import type { VitConfig } from '../../model/config.ts';
import { initVit, vit, type VitParameters, type VitTrace } from '../../model/vit.ts';
import { dropout } from '../../stages/dropout.ts';
import { dropPathRates } from '../../stages/drop-path.ts';
import { evaluation } from '../../stages/mode.ts';
import { createRandom, type Random } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor } from '../read.ts';
import { modelInput } from './forward.ts';

export interface DropPathFlowRequest {
  weights: WeightsChoice;
  /** B pictures, [S, S, C] each, 0 to 1. */
  images: Float32Array[];
  /** L; a number that is not the model's own takes fresh weights of that depth. */
  depth: number | null;
  /** Of the last block; the others follow the linear rule. */
  rate: number;
  /** The wrong way: one draw for both branches of a block. */
  oneDraw: boolean;
  seed: number;
}

export interface DropPathFlowResult {
  /** L, B and D. */
  shape: { depth: number; batch: number; embedDim: number };
  /** The rate of each block, [L]. */
  rates: number[];
  /** By what each branch was multiplied before it was added, 0 or 1 / (1 − rate): [L, 2, B], attention first. */
  factors: Float32Array;
  /** The length of each branch before that, all tokens together: [L, 2, B]. */
  lengths: Float32Array;
  /** The class token's part of the last MLP's branch, [B, D]: as computed, after dropout, after drop path. */
  branch: Float32Array;
  dropped: Float32Array;
  added: Float32Array;
  /** The probability of the class that evaluation chooses: [B] each. */
  training: Float32Array;
  evaluation: Float32Array;
  /** That class: [B]. */
  classes: number[];
  classNames: string[];
}

/** @throws RangeError for a rate outside 0 ≤ rate < 1 or a picture of another size, with both numbers. */
export async function dropPathFlow(request: DropPathFlowRequest): Promise<DropPathFlowResult> {
  const { images, depth, rate, oneDraw, seed } = request;
  const loaded = await modelWith(request.weights);
  const fresh = depth !== null && depth !== loaded.config.depth;
  const config: VitConfig = {
    ...loaded.config,
    depth: depth ?? loaded.config.depth,
    dropRate: 0,
    attnDropRate: 0,
    dropPathRate: rate,
  };
  const parameters = fresh
    ? scoped(() => initVit(config, createRandom(request.weights.seed)))
    : loaded.parameters;
  const draws = createRandom(seed);
  const random = oneDraw ? twice(draws, images.length) : draws;
  const found = scoped(() => flow(parameters, modelInput(images, config), config, random));
  if (fresh) release(parameters);
  const read = Object.entries(found).map(
    async ([name, tensor]) => [name, await readTensor(tensor)] as const,
  );
  const values = Object.fromEntries(await Promise.all(read)) as Record<
    keyof typeof found,
    Float32Array
  >;
  release(found);
  const { squares, finished, trained, ...others } = values;
  return {
    ...others,
    ...chosen(finished, trained, images.length),
    lengths: squares.map(Math.sqrt),
    classNames: loaded.classNames,
    shape: { depth: config.depth, batch: images.length, embedDim: config.embedDim },
    rates: dropPathRates(rate, config.depth),
  };
}

/** The batch in training mode and at evaluation, and what drop path did to it. */
function flow(parameters: VitParameters, images: Tensor, config: VitConfig, random: Random) {
  const trained = vit(parameters, images, config, { training: true, random });
  const { branches, sums } = branchesOf(trained);
  const branch = classToken(branches.at(-1)!);
  const mode = { training: true as const, random: random.fork('dropout') };
  const squares = branches.map((one) => sum(mul(one, one), [1, 2])); // [B] each
  const products = branches.map((one, i) => sum(mul(one, sums[i]!), [1, 2]));
  return {
    factors: div(stack(products), stack(squares)),
    squares: stack(squares),
    branch,
    dropped: dropout(branch, config.dropPathRate, mode).output,
    added: classToken(sums.at(-1)!),
    trained: softmax(trained.logits),
    finished: softmax(vit(parameters, images, config, evaluation).logits),
  };
}

/** [B, T, D] → [B, D]. */
const classToken = (x: Tensor): Tensor => squeeze(slice(x, [0, 0, 0], [-1, 1, -1]), [1]);

/** Each branch in turn, two to a block, and what was added to the stream in its place: [B, T, D]. */
function branchesOf({ embedded, blocks }: VitTrace): { branches: Tensor[]; sums: Tensor[] } {
  const branches: Tensor[] = [];
  const sums: Tensor[] = [];
  let z = embedded;
  for (const { attention, attended, mlp, output } of blocks) {
    branches.push(attention.output, mlp.output);
    sums.push(sub(attended, z), sub(output, attended));
    z = output;
  }
  return { branches, sums };
}

/** The class that evaluation finds likeliest, and its probability in both modes. */
function chosen(finished: Float32Array, trained: Float32Array, batch: number) {
  const count = finished.length / batch;
  const classes = Array.from({ length: batch }, (_, b) => {
    const own = finished.subarray(b * count, (b + 1) * count);
    return own.indexOf(Math.max(...own));
  });
  const pick = (of: Float32Array) => Float32Array.from(classes, (c, b) => of[b * count + c]!);
  return { classes, training: pick(trained), evaluation: pick(finished) };
}

/** A generator that gives each run of `count` uniform numbers twice: both branches of a block get one draw. */
export function twice(random: Random, count: number): Random {
  const drawn: number[] = [];
  let next = 0;
  const uniform = () => {
    const at = next % count;
    if (next < count) drawn[at] = random.uniform();
    next = (next + 1) % (2 * count);
    return drawn[at]!;
  };
  return { ...random, uniform };
}
