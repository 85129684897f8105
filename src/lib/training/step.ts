/**
 * One training step: forward, backward, clip, AdamW.
 *
 * Everything goes in and comes out as values; nothing is read back and nothing disposed of that the caller owns, so wrap
 * it in `tidy` and dispose of the old state when the new one is safe.
 */
import { add, keep, mul, valueAndGrads, type Tensor } from '@tensorflow/tfjs-core';
import { buffersAfter } from '../model/buffers.ts';
import { flattenParameters, replaceBuffers, replaceParameters } from '../model/parameters.ts';
import { initVit, vit, type VitParameters } from '../model/vit.ts';
import type { Mode } from '../stages/mode.ts';
import { createRandom, type Random, type RandomState } from '../tensors/random.ts';
import { reclaimed } from '../tensors/scope.ts';
import { clipByNorm } from './clip.ts';
import { crossEntropy } from './loss.ts';
import { accuracy } from './metrics.ts';
import {
  initMoments,
  joinedByDecay,
  optimise,
  optimiserDefaults,
  type DecayGroups,
  type Moments,
} from './optimiser.ts';
import { learningRateAt } from './schedule.ts';
import type { TrainingSettings } from './settings.ts';

/** All that a run needs to go on. */
export interface TrainingState {
  parameters: VitParameters;
  moments: Moments;
  /** Steps taken. */
  step: number;
  random: RandomState;
}

export interface Batch {
  /** [B, S, S, C]. */
  images: Tensor;
  /** [B], int32. */
  labels: Tensor;
  /** With mixup: the labels of the images blended in, [B], and the share that is an image's own. */
  partners?: Partners | null;
}

export interface Partners {
  labels: Tensor;
  share: number;
}

export interface StepResult {
  state: TrainingState;
  /** Of the batch, before the update, nats: []. */
  loss: Tensor;
  /** Of the batch, before the update, 0 to 1: []. */
  accuracy: Tensor;
  /** ‖g‖ before clipping: []. */
  gradientNorm: Tensor;
}

/** A fresh model at step 0, wholly determined by the settings. */
export function initTraining({ model, initialisation, seed }: TrainingSettings): TrainingState {
  const random = createRandom(seed);
  const parameters = initVit(model, random.fork('parameters'), initialisation);
  const tensors = flattenParameters(parameters).map(({ tensor }) => tensor);
  const moments = initMoments(tensors);
  return { parameters, moments, step: 0, random: random.fork('training').state() };
}

/** One step on one batch; the state that comes back is new in every tensor. */
export function trainingStep(
  state: TrainingState,
  batch: Batch,
  settings: TrainingSettings,
): StepResult {
  const random = createRandom(state.random);
  const forward = lossAndGradients(state.parameters, batch, settings, random);
  const decayed = decayGroups(state.parameters);
  const gradient = clipByNorm(joinedByDecay(forward.gradients, decayed), settings.clipNorm);
  const tensors = flattenParameters(state.parameters).map(({ tensor }) => tensor);
  const step = state.step + 1;
  const update = optimise(tensors, gradient.output, state.moments, step, decayed, {
    ...optimiserDefaults,
    ...settings,
    learningRate: learningRateAt(state.step, settings),
  });
  const moved = replaceParameters(state.parameters, update.parameters);
  return {
    state: {
      parameters: replaceBuffers(moved, forward.buffers),
      moments: update.moments,
      step,
      random: random.state(),
    },
    loss: forward.loss,
    accuracy: accuracy(forward.logits, batch.labels),
    gradientNorm: gradient.norm,
  };
}

type LossSettings = Pick<TrainingSettings, 'model'> & Partial<TrainingSettings>;

/** The loss, the logits, ∂loss/∂θ in the order of `flattenParameters` and the buffers afterwards, as `flattenBuffers`. */
export function lossAndGradients(
  parameters: VitParameters,
  { images, labels, partners }: Batch,
  { model, labelSmoothing = 0 }: LossSettings,
  random: Random,
): { loss: Tensor; logits: Tensor; gradients: Tensor[]; buffers: Tensor[] } {
  const mode: Mode = { training: true, random };
  const tensors = flattenParameters(parameters).map(({ tensor }) => tensor);
  let kept: Tensor[] = [];
  const lossOf = (...values: Tensor[]) => {
    const trace = vit(replaceParameters(parameters, values), images, model, mode);
    const { logits } = trace;
    kept = [logits, ...buffersAfter(trace)].map(keep);
    const lossFor = (targets: Tensor) => crossEntropy(logits, targets, labelSmoothing).loss;
    return sharedLoss(lossFor, labels, partners);
  };
  const { value, grads } = valueAndGrads(lossOf)(tensors);
  const [logits, ...buffers] = kept.map(reclaimed);
  return { loss: value, logits, gradients: grads, buffers };
}

/** λ loss(own labels) + (1 − λ) loss(partners' labels): the loss against mixup's blended targets. */
export function sharedLoss(
  lossFor: (labels: Tensor) => Tensor,
  labels: Tensor,
  partners: Partners | null = null,
): Tensor {
  const own = lossFor(labels);
  if (!partners) return own;
  return add(mul(own, partners.share), mul(lossFor(partners.labels), 1 - partners.share));
}

/** AdamW decays matrices only: never biases, norms, positions and tokens. */
export function decayGroups(parameters: VitParameters): DecayGroups {
  return flattenParameters(parameters).map(({ tensor }) => tensor.rank === 2);
}
