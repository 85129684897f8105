/** One training run in the lab: takes steps, reports their numbers and looks at the model now and then. */
import { stack } from '@tensorflow/tfjs-core';
import { fusedLogits, fusedTrainingStep } from '../accelerated/fused/step.ts';
import type { RunEvaluation, RunState, SavedRun } from '../io/run-document.ts';
import { toArrays } from '../io/tensors.ts';
import { release, scoped } from '../tensors/scope.ts';
import { concatImages, type Images } from '../training/dataset.ts';
import { batchTensors } from '../training/images.ts';
import { judge } from '../training/judge.ts';
import { logitsOfAll, observe } from '../training/observe.ts';
import { learningRateAt } from '../training/schedule.ts';
import type { Batch, TrainingState } from '../training/step.ts';
import { firstImages, imageAt, picturesOf, type LabData } from './lab-data.ts';
import type { LabStart } from './lab-start.ts';
import type { LabEvaluation, LabEvent, LabPictures, LabSamples } from './lab-protocol.ts';
import { readObservation } from './lab-snapshot.ts';
import { walkStep } from './lab-walk.ts';
import type { BackendName } from './protocol.ts';
import { readTensor } from './read.ts';
import { timedSteps } from './lab-pace.ts';
import { createStepNumbers } from './step-numbers.ts';

const snapshotEvery = 20;
/** Wrong answers that an evaluation shows, and pictures that a walk shows. */
const shownMistakes = 8;
const shownPictures = 8;

/** Often at first, when most is learned; then every 100 steps. */
export function isEvaluationStep(step: number, totalSteps: number): boolean {
  return step === 25 || step === 50 || step % 100 === 0 || step === totalSteps;
}

/** What the reader looks at. */
export interface Watching {
  /** Index in the gallery; the reader's own picture comes after the last. */
  image: number;
  /** The reader's own picture, [S, S, C]; null when there is none of the model's size. */
  own: Uint8Array | null;
}

export interface LabRun {
  stepsTaken(): number;
  /** Of them, those in the last `saved`. */
  stepsKept(): number;
  /** One step; true when it was the last one of the run. `look`: report and take a snapshot at once. */
  step(watching: Watching, look: boolean): Promise<boolean>;
  /** One step told in full. */
  walk(watching: Watching): Promise<boolean>;
  /** Reads and emits what has gathered since the last report. */
  report(): Promise<void>;
  snapshot(watching: Watching): Promise<void>;
  /** Measures the model on the test part. */
  test(): Promise<void>;
  /** The run as plain data. */
  saved(backend: BackendName): Promise<SavedRun>;
  samples(): Promise<LabSamples>;
  /** Times steps that are thrown away, for about a second after the first; `stop` ends it without an answer. */
  measure(stop: () => boolean): Promise<void>;
  dispose(): void;
}

export function createLabRun(
  start: LabStart,
  data: LabData,
  emit: (event: LabEvent) => void,
): LabRun {
  const { summary } = start;
  const { settings } = summary;
  const { model, batchSize, totalSteps } = settings;
  const classes = summary.classNames.length;
  const numbers = createStepNumbers(batchSize);
  const curves = { losses: [...start.losses], accuracies: [...start.accuracies] };
  const evaluations = [...summary.evaluations];
  let { state, best } = start;
  let tested = summary.test;
  let kept = state.step;

  /** Takes the step that a batch is for; the batch stays the caller's. */
  async function advance(batch: Batch): Promise<TrainingState> {
    numbers.start();
    const taken = scoped(() => {
      const {
        state: next,
        loss,
        accuracy,
        gradientNorm,
      } = fusedTrainingStep(state, batch, settings);
      return { next, numbers: stack([loss, accuracy, gradientNorm]) };
    });
    release(state);
    state = taken.next;
    numbers.add(taken.numbers);
    return state;
  }

  async function report(): Promise<void> {
    const reading = await numbers.read();
    if (!reading) return;
    const { step } = state;
    curves.losses.push(...reading.losses);
    curves.accuracies.push(...reading.accuracies);
    const learningRate = learningRateAt(step - 1, settings);
    emit({ type: 'progress', step, epoch: data.epoch(step), learningRate, ...reading });
  }

  async function judged(images: Images): Promise<LabEvaluation> {
    const logits = logitsOfAll(state.parameters, images, model, fusedLogits);
    const values = await readTensor(logits);
    logits.dispose();
    const { mistakes, ...rest } = judge(values, images.labels, classes, shownMistakes);
    const shown = mistakes.map(({ image }) => imageAt(images, image));
    const pictures = shown.length > 0 ? picturesOf(concatImages(shown)) : noPictures;
    return { step: state.step, count: images.count, ...rest, mistakes, pictures };
  }

  async function evaluate(): Promise<void> {
    const evaluation = await judged(data.validation);
    const { step, loss, accuracy } = evaluation;
    evaluations.push({ step, loss, accuracy });
    if (isBest(evaluation, evaluations))
      best = { step, parameters: await toArrays(state.parameters) };
    emit({ type: 'evaluation', ...evaluation });
  }

  async function snapshot({ image, own }: Watching): Promise<void> {
    const images = own ? concatImages([data.gallery, unlabelled(own)]) : data.gallery;
    const watched = Math.min(image, images.count - 1);
    const seen = observe(state.parameters, images, watched, model);
    emit({ type: 'snapshot', step: state.step, watched, ...(await readObservation(seen)) });
  }

  /** What follows a step. */
  async function look(watching: Watching, always: boolean): Promise<boolean> {
    const { step } = state;
    const evaluating = isEvaluationStep(step, totalSteps);
    const looking = always || evaluating || step % snapshotEvery === 0;
    if (looking || numbers.due()) await report();
    if (evaluating) await evaluate();
    if (looking) await snapshot(watching);
    return step >= totalSteps;
  }

  return {
    stepsTaken: () => state.step,
    stepsKept: () => kept,

    async step(watching, always) {
      if (state.step >= totalSteps) return true;
      const { images, mixing } = await data.batch(state.step);
      const batch = batchTensors(images, model, mixing);
      await advance(batch);
      release(batch);
      return look(watching, always);
    },

    async walk(watching) {
      if (state.step >= totalSteps) return true;
      const { images, mixing } = await data.batch(state.step);
      const batch = batchTensors(images, model, mixing);
      const walked = await walkStep(state, batch, settings, () => advance(batch));
      release(batch);
      const finished = await look(watching, true);
      const shown = firstImages(images, shownPictures);
      const pictureLosses = Float32Array.from(
        shown.labels,
        (label, picture) => -Math.log(walked.probabilities[picture * classes + label]),
      );
      const loss = curves.losses.at(-1)!;
      emit({ type: 'walk', ...walked, loss, pictureLosses, pictures: picturesOf(shown) });
      return finished;
    },

    report,
    snapshot,

    async test() {
      const evaluation = await judged(await data.test());
      const { step, loss, accuracy } = evaluation;
      tested = { step, loss, accuracy };
      emit({ type: 'tested', ...evaluation });
    },

    async saved(backend) {
      await report();
      const { step, random, parameters, moments } = state;
      kept = step;
      const [first, second] = await Promise.all([moments.first, moments.second].map(readTensor));
      const plain: RunState = {
        step,
        random,
        parameters: await toArrays(parameters),
        first: Float32Array.from(first),
        second: Float32Array.from(second),
        losses: Float32Array.from(curves.losses),
        accuracies: Float32Array.from(curves.accuracies),
        best,
      };
      const now = { saved: Date.now(), backend, step, test: tested, evaluations: [...evaluations] };
      return { summary: { ...summary, ...now }, state: plain };
    },

    async samples() {
      const { pixels, count } = data.gallery;
      const logits = logitsOfAll(state.parameters, data.gallery, model);
      const values = Float32Array.from(await readTensor(logits));
      logits.dispose();
      return { pixels, count, logits: values };
    },

    async measure(stop) {
      const { images, mixing } = await data.batch(0);
      const batch = batchTensors(images, model, mixing);
      const seconds = await timedSteps(state, batch, settings, stop);
      release(batch);
      if (seconds === null) return;
      emit({ type: 'measured', imagesPerSecond: batchSize / seconds, seconds });
    },

    dispose() {
      release(state);
      numbers.dispose();
    },
  };
}

function isBest({ accuracy }: RunEvaluation, all: readonly RunEvaluation[]): boolean {
  return all.every((other) => other.accuracy <= accuracy);
}

const noPictures: LabPictures = { pixels: new Uint8Array(0), labels: [], count: 0 };

const unlabelled = (pixels: Uint8Array): Images => ({ pixels, labels: Uint8Array.of(0), count: 1 });
