/** The steps' losses, accuracies and gradient norms: gathered on the device, read back together, with the throughput. */
import { concat, dispose, tidy, type Tensor } from '@tensorflow/tfjs-core';
import { readTensor } from './read.ts';

/** Numbers are due when this many milliseconds have gone by since the last reading, or this many steps wait. */
const dueAfter = { milliseconds: 200, steps: 16 };

export interface StepNumbers {
  /** Call before the first step after a pause or a reading: the clock runs from here. */
  start(): void;
  /** Takes over a step's [loss, accuracy, norm of the gradient]. */
  add(numbers: Tensor): void;
  due(): boolean;
  /** The numbers of the steps since the last reading; null when there are none. */
  read(): Promise<Reading | null>;
  dispose(): void;
}

export interface Reading {
  losses: Float32Array;
  accuracies: Float32Array;
  gradientNorms: Float32Array;
  imagesPerSecond: number;
}

export function createStepNumbers(batchSize: number): StepNumbers {
  const rates: number[] = [];
  let waiting: Tensor[] = [];
  let started = performance.now();

  /** The median of the last few rates: the first steps, which compile programs, do not count for long. */
  function throughput(steps: number): number {
    rates.push((1000 * steps * batchSize) / (performance.now() - started));
    if (rates.length > 9) rates.shift();
    return [...rates].sort((a, b) => a - b)[rates.length >> 1];
  }

  return {
    start() {
      if (waiting.length === 0) started = performance.now();
    },
    add: (numbers) => void waiting.push(numbers),
    due: () =>
      waiting.length >= dueAfter.steps || performance.now() - started > dueAfter.milliseconds,
    async read() {
      if (waiting.length === 0) return null;
      const steps = waiting;
      waiting = [];
      const gathered = tidy(() => concat(steps));
      dispose(steps);
      const numbers = await readTensor(gathered);
      gathered.dispose();
      const column = (which: number) => numbers.filter((_, i) => i % 3 === which);
      return {
        losses: column(0),
        accuracies: column(1),
        gradientNorms: column(2),
        imagesPerSecond: throughput(steps.length),
      };
    },
    dispose: () => dispose(waiting),
  };
}

/** How many steps of a reading come before the first number that is not finite. */
export function finiteSteps({ losses, gradientNorms }: Reading): number {
  const wrong = losses.findIndex(
    (loss, step) => !Number.isFinite(loss) || !Number.isFinite(gradientNorms[step]),
  );
  return wrong < 0 ? losses.length : wrong;
}

export function firstSteps(reading: Reading, count: number): Reading {
  const { losses, accuracies, gradientNorms } = reading;
  return {
    ...reading,
    losses: losses.subarray(0, count),
    accuracies: accuracies.subarray(0, count),
    gradientNorms: gradientNorms.subarray(0, count),
  };
}
