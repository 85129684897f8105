/** One block's attention with its q, k and v from one matrix, from three, and with its columns read in another order. */
import { abs, concat, gather, max, slice, sub, tensor1d, type Tensor } from '@tensorflow/tfjs-core';
import type { WeightsChoice } from '../../model/checkpoint.ts';
import { tokenCount, type VitConfig } from '../../model/config.ts';
import { layers } from '../../model/layers.ts';
import { columnOrder } from '../../model/qkv-columns.ts';
import { vit } from '../../model/vit.ts';
import { attention, type AttentionParameters } from '../../stages/attention.ts';
import type { DenseParameters } from '../../stages/dense.ts';
import { evaluation } from '../../stages/mode.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { modelWith } from '../model-weights.ts';
import { readTensor } from '../read.ts';
import { modelInput } from './forward.ts';

export interface QkvLayoutsRequest {
  weights: WeightsChoice;
  /** [S, S, C] values from 0 to 1, row-major, channels last. */
  image: Float32Array;
  /** From 0. */
  block: number;
}

export interface QkvLayoutsResult {
  config: VitConfig;
  /** T. */
  tokens: number;
  /** Largest |number| of the block's attention output. */
  largest: number;
  /** Largest |difference| of the output from that of one matrix, read as q‖k‖v. */
  differences: {
    /** Three matrices, cut from the one. */
    three: number;
    /** The same matrix, its columns read as (h d qkv). */
    misread: number;
    /** The columns moved to where that layout wants them, then read so. */
    moved: number;
    /** q‖k‖v without the bias. */
    unbiased: number;
  };
  /** Of q, k and v in one block, without and with bias. */
  parameters: Record<'one' | 'three', { plain: number; biased: number }>;
}

/** @throws RangeError when the picture is not of the model's size, with both numbers. */
export async function qkvLayouts(request: QkvLayoutsRequest): Promise<QkvLayoutsResult> {
  const { config, parameters } = await modelWith(request.weights);
  const found = scoped(() => {
    const trace = vit(parameters, modelInput([request.image], config), config, evaluation);
    const x = trace.blocks[request.block]!.norm1.output; // [1, T, D]
    return compare(parameters.blocks[request.block]!.attention, x, config);
  });
  const names = ['largest', 'three', 'misread', 'moved', 'unbiased'] as const;
  const values = await Promise.all(names.map((name) => readTensor(found[name])));
  release(found);
  const [largest, three, misread, moved, unbiased] = values.map(([value]) => value!) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const counted = (separateQkv: boolean) => ({
    plain: qkvParameters({ ...config, separateQkv, qkvBias: false }),
    biased: qkvParameters({ ...config, separateQkv, qkvBias: true }),
  });
  return {
    config,
    tokens: tokenCount(config),
    largest,
    differences: { three, misread, moved, unbiased },
    parameters: { one: counted(false), three: counted(true) },
  };
}

function qkvParameters(config: VitConfig): number {
  return layers(config)
    .filter(({ name }) => /^blocks\.0\.attention\.(qkv|query|key|value)$/.test(name))
    .reduce((sum, { parameters }) => sum + parameters, 0);
}

/** The outputs of one block, and how far each lies from that of one matrix read as q‖k‖v. */
export function compare(params: AttentionParameters, x: Tensor, config: VitConfig) {
  const { projection } = params;
  const qkv = oneMatrix(params);
  const run = (layers: Omit<AttentionParameters, 'projection'>) =>
    attention({ ...layers, projection } as AttentionParameters, x, config, evaluation).output;
  const plain = run({ qkv });
  const [there, back] = orders(config);
  const from = (other: Tensor) => max(abs(sub(other, plain)));
  return {
    largest: max(abs(plain)),
    three: from(run(threeMatrices(qkv, config.embedDim))),
    misread: from(run({ qkv: takenInOrder(qkv, there) })),
    moved: from(run({ qkv: takenInOrder(takenInOrder(qkv, back), there) })),
    unbiased: from(run({ qkv: { ...qkv, bias: null } })),
  };
}

/** q‖k‖v in one dense layer, whichever way the model keeps them. */
function oneMatrix(params: AttentionParameters): DenseParameters {
  if ('qkv' in params) return params.qkv;
  const parts = [params.query, params.key, params.value];
  const biases = parts.map(({ bias }) => bias).filter((bias) => bias !== null);
  return {
    weight: concat(
      parts.map(({ weight }) => weight),
      1,
    ), // [D, 3D]
    bias: biases.length === 3 ? concat(biases) : null, // [3D]
  };
}

/** [D, 3D] → three of [D, D]. */
function threeMatrices({ weight, bias }: DenseParameters, D: number) {
  const part = (index: number): DenseParameters => ({
    weight: slice(weight, [0, index * D], [D, D]),
    bias: bias && slice(bias, [index * D], [D]),
  });
  return { query: part(0), key: part(1), value: part(2) };
}

/** Where each column of q‖k‖v stands in (h d qkv), and the other way round. */
function orders(config: VitConfig): [there: number[], back: number[]] {
  const there = columnOrder(config.embedDim, config.numHeads);
  const back = new Array<number>(there.length);
  there.forEach((column, place) => (back[column] = place));
  return [there, back];
}

function takenInOrder({ weight, bias }: DenseParameters, order: number[]): DenseParameters {
  const indices = tensor1d(order, 'int32');
  return { weight: gather(weight, indices, 1), bias: bias && gather(bias, indices) };
}
