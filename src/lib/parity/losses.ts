/** The losses of training on a fixture, and an optimiser's steps. */
import { tensor1d, type Tensor } from '@tensorflow/tfjs-core';
import { parted } from '../tensors/flat.ts';
import { clipByNorm } from '../training/clip.ts';
import { distillationLoss, type DistillationSettings } from '../training/distillation.ts';
import { crossEntropy, crossEntropyOf, smoothTargets } from '../training/loss.ts';
import { mixup } from '../training/mixup.ts';
import {
  initMoments,
  joinedByDecay,
  optimise,
  optimiserDefaults,
  type OptimiserSettings,
} from '../training/optimiser.ts';
import { fixtureTensors, type ParityCase } from './fixture.ts';

export type LossConfig = { labels: number[] } & (
  | { loss: 'crossEntropy'; labelSmoothing: number }
  | { loss: 'mixup'; share: number; order: number[] }
  | ({ loss: 'distillation' } & DistillationSettings)
);

/** The loss as `output`, beside every intermediate. */
export function runLoss(inputs: Record<string, Tensor>, config: LossConfig): object {
  const labels = tensor1d(config.labels, 'int32');
  const withOutput = <Trace extends { loss: Tensor }>(trace: Trace) => ({
    ...trace,
    output: trace.loss,
  });
  if (config.loss === 'crossEntropy')
    return withOutput(crossEntropy(inputs.logits, labels, config.labelSmoothing));
  if (config.loss === 'mixup') {
    const classes = inputs.logits.shape[1]!;
    const { images, targets } = mixup(inputs.x, smoothTargets(labels, classes), config);
    return { images, ...withOutput(crossEntropyOf(inputs.logits, targets)) };
  }
  const { classLogits, distillationLogits, teacherLogits } = inputs;
  const logits = { classLogits, distillationLogits, teacherLogits };
  return withOutput(distillationLoss(logits, labels, config));
}

/** Parameters and moments after the case's steps, by name; matrices decay, vectors do not. */
export function runOptimiser({ parameters, steps = [], config }: ParityCase): object {
  const names = Object.keys(parameters);
  const start = fixtureTensors(parameters);
  const decayed = names.map((name) => start[name].rank === 2);
  const settings = { ...optimiserDefaults, ...config } as OptimiserSettings & { clipNorm?: number };
  let tensors = names.map((name) => start[name]);
  let moments = initMoments(tensors);
  steps.forEach((step, index) => {
    const given = fixtureTensors(step);
    const joined = joinedByDecay(
      names.map((name) => given[name]),
      decayed,
    );
    const gradient = settings.clipNorm ? clipByNorm(joined, settings.clipNorm).output : joined;
    const update = optimise(tensors, gradient, moments, index + 1, decayed, settings);
    tensors = update.parameters;
    moments = update.moments;
  });
  const order = [true, false].flatMap((wanted) => names.filter((_, i) => decayed[i] === wanted));
  const named = (vector: Tensor) => {
    const parts = parted(
      vector,
      order.map((name) => parameters[name].shape),
    );
    return Object.fromEntries(order.map((name, index) => [name, parts[index]]));
  };
  return {
    parameters: Object.fromEntries(names.map((name, index) => [name, tensors[index]])),
    first: named(moments.first),
    ...(settings.optimiser === 'sgd' ? {} : { second: named(moments.second) }),
  };
}
