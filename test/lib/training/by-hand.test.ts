/** Losses, optimisers and schedules in cases that can be checked on paper. */
import '../../backend-cpu.ts';
import { tensor, tensor1d, zeros, type Tensor } from '@tensorflow/tfjs-core';
import { describe, expect, test } from 'vitest';
import { adam } from '../../../src/lib/training/adam.ts';
import { clipByNorm } from '../../../src/lib/training/clip.ts';
import { distillationLoss } from '../../../src/lib/training/distillation.ts';
import { crossEntropy, crossEntropyOf } from '../../../src/lib/training/loss.ts';
import { accuracy } from '../../../src/lib/training/metrics.ts';
import { batchTensors } from '../../../src/lib/training/images.ts';
import { sharedLoss } from '../../../src/lib/training/step.ts';
import { drawMixing, mixup } from '../../../src/lib/training/mixup.ts';
import { optimise, optimiserDefaults, type OptimiserName } from '../../../src/lib/training/optimiser.ts'; // prettier-ignore
import { learningRateAt } from '../../../src/lib/training/schedule.ts';
import { sgd } from '../../../src/lib/training/sgd.ts';
import { createRandom } from '../../../src/lib/tensors/random.ts';
import { values } from '../cases.ts';

const one = (x: Tensor) => values(x)[0];
const labels = (...given: number[]) => tensor1d(given, 'int32');
const fresh = (size: number) => ({ first: zeros([size]), second: zeros([size]) });

describe('cross-entropy', () => {
  test('of equal logits is the logarithm of the number of classes', () => {
    expect(one(crossEntropy(zeros([3, 10]), labels(0, 5, 9)).loss)).toBeCloseTo(Math.log(10), 6);
  });

  test('is what the right class leaves: −ln(3/4) and −ln(1/4)', () => {
    const logits = tensor([[Math.log(3), 0], [Math.log(3), 0]]); // prettier-ignore
    const { losses } = crossEntropy(logits, labels(0, 1));
    values(losses).forEach((loss, i) => expect(loss).toBeCloseTo(-Math.log([0.75, 0.25][i]), 6));
  });

  test('stays finite for logits of 1000', () => {
    expect(one(crossEntropy(tensor([[1000, 0]]), labels(1)).loss)).toBe(1000);
  });

  test('smoothed by ε is (1 − ε) NLL + ε mean', () => {
    const { targets, loss } = crossEntropy(tensor([[Math.log(3), 0]]), labels(0), 0.2);
    [0.9, 0.1].forEach((target, i) => expect(values(targets)[i]).toBeCloseTo(target, 6));
    const mean = -(Math.log(0.75) + Math.log(0.25)) / 2;
    expect(one(loss)).toBeCloseTo(-0.8 * Math.log(0.75) + 0.2 * mean, 6);
  });
});

describe('accuracy', () => {
  test('is the fraction of images whose largest logit is the right one', () => {
    const logits = tensor([[1, 2], [3, 2], [0, 1], [5, 4]]); // prettier-ignore
    expect(one(accuracy(logits, labels(1, 1, 1, 0)))).toBe(0.75);
  });
});

describe('distillation', () => {
  const logits = {
    classLogits: tensor([[0, 0]]),
    distillationLogits: tensor([[Math.log(3), 0]]),
    teacherLogits: tensor([[0, 5]]),
  };

  test('hard: the distillation token is to give the teacher’s answer', () => {
    const trace = distillationLoss(logits, labels(0), { hard: true, alpha: 0.25, temperature: 1 });
    expect(one(trace.classLoss)).toBeCloseTo(Math.log(2), 6);
    expect(one(trace.distillationLoss)).toBeCloseTo(Math.log(4), 6);
    expect(one(trace.loss)).toBeCloseTo(0.75 * Math.log(2) + 0.25 * Math.log(4), 6);
  });

  test('soft: nothing is left to learn from a teacher who says the same', () => {
    const same = { ...logits, teacherLogits: logits.distillationLogits };
    const trace = distillationLoss(same, labels(0), { hard: false, alpha: 0.5, temperature: 3 });
    expect(one(trace.distillationLoss)).toBeCloseTo(0, 6);
  });
});

describe('mixup', () => {
  test('blends images and targets by the same share', () => {
    const mixed = mixup(tensor([[0], [8]]), tensor([[1, 0], [0, 1]]), { share: 0.75, order: [1, 0] }); // prettier-ignore
    expect(values(mixed.images)).toEqual([2, 6]);
    expect(values(mixed.targets)).toEqual([0.75, 0.25, 0.25, 0.75]);
  });

  test('has the loss of both labels, shared, and the pictures of bytes blended alike', () => {
    const mixing = { share: 0.75, order: [1, 0] };
    const images = { pixels: Uint8Array.of(0, 255), labels: Uint8Array.of(0, 1), count: 2 };
    const batch = batchTensors(images, { imageSize: 1, inChannels: 1 }, mixing);
    expect(values(batch.images)).toEqual([-0.5, 0.5]);
    const logits = tensor([[1, 2], [3, -1]]); // prettier-ignore
    const targets = tensor([[0.75, 0.25], [0.25, 0.75]]); // prettier-ignore
    const lossFor = (of: Tensor) => crossEntropy(logits, of).loss;
    expect(one(sharedLoss(lossFor, batch.labels, batch.partners))).toBeCloseTo(
      one(crossEntropyOf(logits, targets).loss),
      6,
    );
  });

  test.each([0.2, 1, 4])(
    'draws λ from Beta(%s, same): mean 1/2, variance 1 / (8α + 4)',
    (alpha) => {
      const random = createRandom(3);
      const shares = Array.from({ length: 4_000 }, () => drawMixing(random, 2, alpha).share);
      const average = shares.reduce((sum, share) => sum + share, 0) / shares.length;
      const variance = shares.reduce((sum, share) => sum + (share - 0.5) ** 2, 0) / shares.length;
      expect(Math.abs(average - 0.5)).toBeLessThan(0.03);
      expect(variance / (1 / (8 * alpha + 4))).toBeCloseTo(1, 1);
      expect(shares.every((share) => share >= 0 && share <= 1)).toBe(true);
    },
  );

  test('refuses an alpha of 0', () => {
    expect(() => drawMixing(createRandom(1), 2, 0)).toThrow('mixup: alpha 0 is not above 0');
  });
});

describe('clipping', () => {
  test('brings (3, 4) to length 1, and leaves a shorter one alone', () => {
    const { norm, output } = clipByNorm(tensor([3, 4]), 1);
    expect(one(norm)).toBe(5);
    values(output).forEach((value, i) => expect(value).toBeCloseTo([0.6, 0.8][i], 6));
    expect(values(clipByNorm(tensor([3, 4]), 10).output)).toEqual([3, 4]);
  });

  test('survives a gradient of 0', () => {
    expect(values(clipByNorm(zeros([2]), 1).output)).toEqual([0, 0]);
  });
});

describe('optimisers', () => {
  const adamSettings = { ...optimiserDefaults, learningRate: 0.1 };

  test('Adam’s first step is the learning rate, whatever the gradient’s size', () => {
    const { parameters } = adam(tensor([1, 1]), tensor([1000, -0.01]), fresh(2), 1, adamSettings);
    values(parameters).forEach((value, i) => expect(value).toBeCloseTo([0.9, 1.1][i], 5));
  });

  test('Adam’s ε stands outside the root, after the bias correction', () => {
    const { parameters } = adam(tensor([0]), tensor([4]), fresh(1), 1, {
      ...adamSettings,
      epsilon: 1,
    });
    expect(one(parameters)).toBeCloseTo((-0.1 * 4) / (4 + 1), 6);
  });

  test('SGD with momentum gathers speed: 1, then 1.5', () => {
    const settings = { learningRate: 1, momentum: 0.5 };
    const first = sgd(tensor([0]), tensor([1]), fresh(1), settings);
    const second = sgd(first.parameters, tensor([1]), first.moments, settings);
    expect([one(first.parameters), one(second.parameters)]).toEqual([-1, -2.5]);
  });

  /** A matrix of 2, which decays, and a bias of 2, which does not, after a step with gradient 0. */
  const decayed = (optimiser: OptimiserName) => {
    const settings = { ...adamSettings, momentum: 0, weightDecay: 0.5, optimiser };
    const update = optimise([tensor([2]), tensor([[2]])], zeros([2]), fresh(2), 1, [false, true], settings); // prettier-ignore
    return update.parameters.map(one);
  };

  test('decay a matrix and never a bias', () => {
    const [bias, weight] = decayed('adamw');
    expect(bias).toBe(2);
    expect(weight).toBeCloseTo(2 * (1 - 0.1 * 0.5), 6);
    expect(decayed('sgd')[1]).toBeCloseTo(2 - 0.1 * 0.5 * 2, 6);
  });

  test('Adam’s coupled decay loses its size: a whole step of the learning rate', () => {
    const [bias, weight] = decayed('adam');
    expect(bias).toBe(2);
    expect(weight).toBeCloseTo(2 - 0.1, 5);
  });
});

describe('the learning rate', () => {
  const schedule = { learningRate: 1, warmupSteps: 4, totalSteps: 12 };
  const at = (step: number) => learningRateAt(step, schedule);

  test('rises evenly to its peak, then falls along half a cosine to 0', () => {
    expect([0, 1, 2, 3].map(at)).toEqual([0.25, 0.5, 0.75, 1]);
    expect(at(4)).toBe(1);
    expect(at(8)).toBeCloseTo(0.5, 9);
    expect(at(6)).toBeCloseTo((1 + Math.SQRT1_2) / 2, 9);
    expect(at(12)).toBeCloseTo(0, 9);
    expect(at(99)).toBeCloseTo(0, 9);
  });

  test('starts at its peak without a warm-up', () => {
    expect(learningRateAt(0, { ...schedule, warmupSteps: 0 })).toBe(1);
  });
});
