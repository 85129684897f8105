/**
 * One batch through five norms: the statistics and results of one of them, and how far a change of one sample moves the
 * outputs under each.
 *
 * A batch is [B, P, C]: P positions (tokens, pixels, or a single one) of C channels.
 */
import {
  abs,
  add,
  concat,
  gather,
  max,
  reshape,
  slice,
  sub,
  tensor,
  tensor1d,
  tile,
  type Tensor,
} from '@tensorflow/tfjs-core';
import { normKinds, type NormKind } from '../../figures/norm-groups.ts';
import {
  batchNorm,
  batchNormDefaults,
  initBatchNorm,
  type BatchNormState,
} from '../../stages/batch-norm.ts';
import { groupNorm, groupNormEpsilon } from '../../stages/group-norm.ts';
import { layerNorm, layerNormEpsilon } from '../../stages/layer-norm.ts';
import { evaluation, type Mode } from '../../stages/mode.ts';
import { rmsNorm } from '../../stages/rms-norm.ts';
import { createRandom } from '../../tensors/random.ts';
import { release, scoped } from '../../tensors/scope.ts';
import { readTensor } from '../read.ts';
import type { PlainAffine } from './batch-tokens.ts';

/** ε as each has it where nobody says otherwise: ViT's for LN, PyTorch's for the others that it has. */
const usualEpsilon: Record<NormKind, number> = {
  token: layerNormEpsilon,
  sample: layerNormEpsilon,
  batch: batchNormDefaults.epsilon,
  rms: layerNormEpsilon,
  group: groupNormEpsilon,
};

export interface NormaliseRequest {
  /** All samples that there are, [samples, P, C], row-major. */
  pool: Float32Array;
  shape: [samples: number, P: number, C: number];
  /** B: the first B samples of the pool are the batch. */
  batch: number;
  norm: NormKind;
  /** Of group norm. */
  groups: number;
  /** ε of `norm`, null for its usual one; the others have their usual ones. */
  epsilon: number | null;
  /** γ and β, [C] each. */
  affine: PlainAffine;
  /** Whether BN takes the batch's own statistics, or running ones. */
  training: boolean;
  /** Training batches of B samples, drawn from the pool, that the running averages have followed. */
  batchesSeen: number;
  seed: number;
  /** Added to every number of one sample of the batch. */
  shift: { sample: number; by: number };
}

/** The largest change of an output through the shift; null where there is nothing to compare. */
export interface Influence {
  norm: NormKind;
  /** In the shifted sample itself, and in all others. */
  own: number | null;
  others: number | null;
}

export interface NormaliseResult {
  /** The batch with its shifted sample, [B, P, C]. */
  x: Float32Array;
  /** ε of the norm. */
  epsilon: number;
  /** Why the norm cannot be computed, in a sentence; the following four are empty then. */
  refused: string | null;
  /** μ of each group; empty for RMSNorm. In the order [B, P], [B], [C], [B, P], [B, groups]. */
  mean: Float32Array;
  /** σ² of each group, or the mean of the squares. */
  variance: Float32Array;
  /** [B, P, C]. */
  normalised: Float32Array;
  output: Float32Array;
  influences: Influence[];
}

/** What all five norms give. */
interface Normed {
  mean?: Tensor;
  variance: Tensor;
  normalised: Tensor;
  output: Tensor;
}

type Norm = (x: Tensor) => Normed;

export async function normalise(request: NormaliseRequest): Promise<NormaliseResult> {
  const { norm, batch, shift } = request;
  const made = scoped(() => {
    const pool = tensor(request.pool, request.shape);
    const plain = samples(pool, 0, batch);
    const x = shifted(plain, shift);
    const norms = normsOf(request, pool);
    const changes = concat(
      normKinds.flatMap((kind) => changesOf(norms[kind], plain, x, shift.sample)),
    );
    return { x, chosen: attempt(norms[norm], x), changes };
  });
  const { trace, refused } = made.chosen;
  const read = async (one?: Tensor | null) => (one ? readTensor(one) : new Float32Array(0));
  const [x, mean, variance, normalised, output] = await Promise.all(
    [made.x, trace?.mean, trace?.variance, trace?.normalised, trace?.output].map(read),
  );
  const changes = await read(made.changes);
  const influences = normKinds.map((kind, i) => {
    const [own, others] = changes.subarray(2 * i, 2 * i + 2);
    return { norm: kind, own: orNull(own!), others: orNull(others!) };
  });
  release(made);
  const epsilon = request.epsilon ?? usualEpsilon[norm];
  return { x, epsilon, refused, mean, variance, normalised, output, influences };
}

/** The five norms as functions of a batch. */
function normsOf(request: NormaliseRequest, pool: Tensor): Record<NormKind, Norm> {
  const { groups, training, norm } = request;
  const [, P, C] = request.shape;
  const params = { weight: tensor1d(request.affine.weight), bias: tensor1d(request.affine.bias) };
  const whole = { weight: spread(params.weight, P), bias: spread(params.bias, P) };
  const epsilonOf = (kind: NormKind) =>
    (kind === norm ? request.epsilon : null) ?? usualEpsilon[kind];
  const batchOptions = { ...batchNormDefaults, epsilon: epsilonOf('batch') };
  const mode = training ? trainingMode(request) : evaluation;
  const fresh = initBatchNorm({ embedDim: C }).state;
  const running = (): BatchNormState => (training ? fresh : followed(request, pool, fresh));
  return {
    token: (x) => layerNorm(params, x, epsilonOf('token')),
    sample: (x) => layerNorm(whole, x, epsilonOf('sample')),
    batch: (x) => batchNorm(params, running(), x, mode, batchOptions),
    rms(x) {
      const { meanSquare, ...rest } = rmsNorm(params, x, epsilonOf('rms'));
      return { variance: meanSquare, ...rest };
    },
    group: (x) => groupNorm(params, x, { groups, epsilon: epsilonOf('group') }),
  };
}

const trainingMode = ({ seed }: NormaliseRequest): Mode => ({
  training: true,
  random: createRandom(seed),
});

/** The running averages after `batchesSeen` batches, each of B samples drawn from the pool. */
function followed(request: NormaliseRequest, pool: Tensor, fresh: BatchNormState): BatchNormState {
  const { batch, batchesSeen, seed } = request;
  const random = createRandom(seed).fork('batches');
  const { params } = initBatchNorm({ embedDim: request.shape[2] });
  let state = fresh;
  for (let i = 0; i < batchesSeen; i++) {
    const drawn = Array.from(random.permutation(request.shape[0])).slice(0, batch);
    const x = gather(pool, tensor1d(drawn, 'int32'));
    ({ state } = batchNorm(params, state, x, trainingMode(request)));
  }
  return state;
}

/** The trace, or why there is none. */
function attempt(norm: Norm, x: Tensor): { trace: Normed | null; refused: string | null } {
  try {
    return { trace: norm(x), refused: null };
  } catch (error) {
    if (error instanceof RangeError) return { trace: null, refused: error.message };
    throw error;
  }
}

/** Where there is nothing to compare: smaller than any change. */
const nothing = -1;

const orNull = (change: number) => (change === nothing ? null : change);

/** How far one sample's change moves its own output and those of the others: [1] each. */
function changesOf(norm: Norm, before: Tensor, after: Tensor, sample: number): Tensor[] {
  const [one, other] = [before, after].map((x) => attempt(norm, x).trace?.output);
  if (!one || !other) return [tensor1d([nothing]), tensor1d([nothing])];
  const change = abs(sub(one, other));
  const B = before.shape[0]!;
  const parts = [samples(change, 0, sample), samples(change, sample + 1, B)];
  const rest = parts.filter(({ size }) => size > 0);
  return [
    reshape(max(samples(change, sample, sample + 1)), [1]),
    rest.length > 0 ? reshape(max(concat(rest)), [1]) : tensor1d([nothing]),
  ];
}

function shifted(x: Tensor, { sample, by }: NormaliseRequest['shift']): Tensor {
  const [B] = x.shape;
  const amounts = Float32Array.from({ length: B! }, (_, b) => (b === sample ? by : 0));
  return add(x, tensor(amounts, [B!, 1, 1]));
}

/** Samples `from` up to `to`: [to − from, P, C]. */
function samples(x: Tensor, from: number, to: number): Tensor {
  return slice(x, [from, 0, 0], [to - from, -1, -1]);
}

/** [C] → [P, C]. */
function spread(values: Tensor, P: number): Tensor {
  return tile(reshape(values, [1, -1]), [P, 1]);
}
