/**
 * The training step of `training/step.ts` from fused programs: the same state in and out, so that either can continue
 * the other's run.
 */
import { concat, env, keep, slice, tidy, valueAndGrads, type Tensor } from '@tensorflow/tfjs-core';
import type { VitConfig } from '../../model/config.ts';
import { flattenParameters, replaceParameters } from '../../model/parameters.ts';
import { vit, type VitParameters } from '../../model/vit.ts';
import { evaluation } from '../../stages/mode.ts';
import { createRandom, type Random } from '../../tensors/random.ts';
import { reclaimed } from '../../tensors/scope.ts';
import { optimiserDefaults } from '../../training/optimiser.ts';
import { learningRateAt } from '../../training/schedule.ts';
import type { TrainingSettings } from '../../training/settings.ts';
import {
  decayGroups,
  sharedLoss,
  trainingStep,
  type Batch,
  type StepResult,
  type TrainingState,
} from '../../training/step.ts';
import { fusedAvailable } from './available.ts';
import { layoutOf } from './layout.ts';
import { fusedOps, type Ops } from './ops.ts';
import { orPlain } from './refused.ts';
import { imageLogits, imageRowLogits } from './vit.ts';

/** As `trainingStep`; takes the plain path where the fused one cannot run. */
export function fusedTrainingStep(
  state: TrainingState,
  batch: Batch,
  settings: TrainingSettings,
  ops: Ops = fusedOps,
): StepResult {
  const plain = () => trainingStep(state, batch, settings);
  if (!fusedAvailable(settings.model)) return plain();
  return orPlain(() => fusedStep(state, batch, settings, ops), plain);
}

function fusedStep(
  state: TrainingState,
  batch: Batch,
  settings: TrainingSettings,
  ops: Ops,
): StepResult {
  const random = createRandom(state.random);
  const forward = fusedGradients(state.parameters, batch, settings, random, ops);
  const step = state.step + 1;
  const update = ops.update({
    parameters: flattenParameters(state.parameters).map(({ tensor }) => tensor),
    gradients: forward.gradients,
    clipNorm: settings.clipNorm,
    moments: state.moments,
    step,
    decayed: decayGroups(state.parameters),
    settings: {
      ...optimiserDefaults,
      ...settings,
      learningRate: learningRateAt(state.step, settings),
    },
  });
  return {
    state: {
      parameters: replaceParameters(state.parameters, update.parameters),
      moments: update.moments,
      step,
      random: random.state(),
    },
    loss: forward.loss,
    accuracy: forward.accuracy,
    gradientNorm: update.norm,
  };
}

/** The loss, the accuracy and ∂loss/∂θ in the order of `flattenParameters`. */
export function fusedGradients(
  parameters: VitParameters,
  { images, labels, partners }: Batch,
  { model, labelSmoothing = 0 }: Pick<TrainingSettings, 'model'> & Partial<TrainingSettings>,
  random: Random,
  ops: Ops = fusedOps,
): { loss: Tensor; accuracy: Tensor; gradients: Tensor[] } {
  const tensors = flattenParameters(parameters).map(({ tensor }) => tensor);
  let accuracy: Tensor | undefined;
  const lossOf = (...values: Tensor[]) => {
    const params = replaceParameters(parameters, values);
    const logits = imageRowLogits(params, images, model, { training: true, random }, ops);
    const lossFor = (targets: Tensor) => {
      const scores = ops.crossEntropy(logits, targets, labelSmoothing);
      accuracy ??= keep(scores.accuracy); // of an image's own label
      return scores.loss;
    };
    return sharedLoss(lossFor, labels, partners);
  };
  const { value, grads } = valueAndGrads(lossOf)(tensors);
  return { loss: value, accuracy: reclaimed(accuracy!), gradients: grads };
}

/** Logits of images at evaluation, [B, S, S, C] → [B, classes]; the plain model's where the fused one cannot run. */
export function fusedLogits(parameters: VitParameters, images: Tensor, config: VitConfig): Tensor {
  const plain = () => vit(parameters, images, config, evaluation).logits;
  if (!fusedAvailable(config)) return plain();
  return orPlain(() => partwiseLogits(parameters, images, config), plain);
}

function partwiseLogits(parameters: VitParameters, images: Tensor, config: VitConfig): Tensor {
  return tidy(() => {
    const parts = partsOf(images, config).map((part) =>
      tidy(() => imageLogits(imageRowLogits(parameters, part, config, evaluation))),
    );
    return parts.length === 1 ? parts[0] : concat(parts);
  });
}

/** Few enough images at a time for the scores of each to fit a texture row by row: reading is quicker then. */
function partsOf(images: Tensor, config: VitConfig): Tensor[] {
  const [count, ...sides] = images.shape;
  const height = 2 * env().getNumber('WEBGL_MAX_TEXTURE_SIZE');
  const most = Math.max(1, Math.floor(height / (config.numHeads * layoutOf(1, config).rows)));
  const size = Math.ceil(count / Math.ceil(count / most));
  const starts = Array.from({ length: Math.ceil(count / size) }, (_, part) => part * size);
  const sizeAt = (start: number) => [Math.min(size, count - start), ...sides];
  return starts.map((start) => slice(images, [start, 0, 0, 0], sizeAt(start)));
}
