/**
 * Trains a table of positions, and nothing else, to tell each position's row and column (or its index) through fixed
 * random heads: a few steps at a time, from a state that the caller keeps.
 */
import {
  add,
  argMax,
  cast,
  div,
  equal,
  matMul,
  mean,
  minimum,
  norm,
  reshape,
  tensor1d,
  valueAndGrad,
  zeros,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { dense, initDense, type DenseParameters } from '../../stages/dense.ts';
import { initPositionEmbedding } from '../../stages/position-embedding.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { adam } from '../../training/adam.ts';
import { crossEntropy } from '../../training/loss.ts';
import { readTensor } from '../read.ts';

/** What is asked of each position: its row and its column, or which of all it is. */
export type GrowthTask = 'grid' | 'index';

/** The table and Adam's moments, [N · D] each, after `step` steps. */
export interface GrowthState {
  step: number;
  table: Float32Array;
  first: Float32Array;
  second: Float32Array;
}

export interface GrowPositionsRequest {
  task: GrowthTask;
  /** G. */
  grid: number;
  /** D. */
  embedDim: number;
  learningRate: number;
  /** Of the fresh table and of the heads. */
  seed: number;
  /** Steps to take; 0 only looks. */
  steps: number;
  /** Where to go on from; a fresh table when it is null. */
  state: GrowthState | null;
}

export interface GrowPositionsResult {
  state: GrowthState;
  /** Cross-entropy before each of the steps, nats; of row and column together. */
  losses: Float32Array;
  /** After the last step. */
  loss: number;
  /** Fraction of positions of which everything asked is told right. */
  accuracy: number;
  /** Cosine of every row with every other: [N, N]. */
  cosines: Float32Array;
}

/** A head and what it shall answer for each position. */
interface Question {
  head: DenseParameters;
  labels: Tensor;
}

interface Growing {
  table: Tensor;
  first: Tensor;
  second: Tensor;
}

const betas = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

export async function growPositions(request: GrowPositionsRequest): Promise<GrowPositionsResult> {
  const { grid, embedDim, steps, learningRate } = request;
  const questions = scoped(() => questionsOf(request));
  const objective = (table: Tensor) => lossOf(reshape(table, [-1, embedDim]), questions);
  const before = request.state?.step ?? 0;
  let growing = scoped(() => begin(request));
  const losses: Tensor[] = [];
  for (let step = before + 1; step <= before + steps; step++) {
    const { loss, ...next } = scoped(() => {
      const { value, grad } = valueAndGrad(objective)(growing.table);
      const settings = { ...betas, learningRate };
      const { parameters, moments } = adam(growing.table, grad, growing, step, settings);
      return { loss: value, table: parameters, ...moments };
    });
    release(growing);
    growing = next;
    losses.push(loss);
  }
  const seen = scoped(() => look(growing.table, grid, embedDim, questions));
  const result = await read(growing, losses, seen);
  release({ questions, growing, losses, seen });
  return { ...result, state: { step: before + steps, ...result.state } };
}

/** The heads, drawn once and never trained, and the right answers. */
function questionsOf({ task, grid, embedDim, seed }: GrowPositionsRequest): Question[] {
  const count = grid * grid;
  const random = createRandom(seed).fork('heads');
  const question = (classes: number, answer: (position: number) => number): Question => ({
    head: withCleanPadding(initDense({ inputs: embedDim, outputs: classes, bias: false }, random)),
    labels: tensor1d(
      Array.from({ length: count }, (_, position) => answer(position)),
      'int32',
    ),
  });
  if (task === 'index') return [question(count, (position) => position)];
  return [
    question(grid, (position) => Math.floor(position / grid)),
    question(grid, (position) => position % grid),
  ];
}

/**
 * The same weights in a texture whose unused corners are zero.
 *
 * On WebGL four numbers share a texel, and a matrix with an odd side has corners that hold no number. `sub(x, 0.5)`
 * fills them, `exp` fills those of the gradient, and TensorFlow.js 4.22 adds their products to a matrix product over an
 * odd inner side. A reshape that moves numbers leaves zeros.
 */
function withCleanPadding({ weight, bias }: DenseParameters): DenseParameters {
  return { weight: reshape(reshape(weight, [weight.size]), weight.shape), bias };
}

/** The table as a vector, [N · D], and its moments. */
function begin({ state, grid, embedDim, seed }: GrowPositionsRequest): Growing {
  if (state)
    return {
      table: tensor1d(state.table),
      first: tensor1d(state.first),
      second: tensor1d(state.second),
    };
  const config = { positionEmbedding: 'learned', tokens: grid * grid, embedDim } as const;
  const fresh = initPositionEmbedding(config, createRandom(seed))!;
  const size = fresh.size;
  return { table: reshape(fresh, [size]), first: zeros([size]), second: zeros([size]) };
}

/** Sum of the questions' cross-entropies: []. */
function lossOf(rows: Tensor, questions: Question[]): Tensor {
  const losses = questions.map(({ head, labels }) => crossEntropy(dense(head, rows), labels).loss);
  return losses.reduce((sum, loss) => add(sum, loss));
}

/** 1 for each position of which all answers are right: [N]. */
function rightOf(rows: Tensor, questions: Question[]): Tensor {
  const right = questions.map(({ head, labels }) =>
    cast(equal(argMax(dense(head, rows), 1), labels), 'float32'),
  );
  return right.reduce((all, one) => minimum(all, one));
}

function look(table: Tensor, grid: number, embedDim: number, questions: Question[]) {
  const rows = reshape(table, [grid * grid, embedDim]);
  const unit = div(rows, norm(rows, 2, 1, true));
  return {
    loss: lossOf(rows, questions),
    accuracy: mean(rightOf(rows, questions)),
    cosines: matMul(unit, unit, false, true),
  };
}

async function read(growing: Growing, losses: Tensor[], seen: ReturnType<typeof look>) {
  const [table, first, second, loss, accuracy, cosines, ...values] = await Promise.all(
    [
      growing.table,
      growing.first,
      growing.second,
      seen.loss,
      seen.accuracy,
      seen.cosines,
      ...losses,
    ].map(readTensor),
  );
  return {
    state: { table, first, second },
    losses: Float32Array.from(values, (one) => one[0]),
    loss: loss[0],
    accuracy: accuracy[0],
    cosines,
  };
}
