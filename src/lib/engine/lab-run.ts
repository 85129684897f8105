/** One training run in the lab: takes steps, reports their numbers and looks at the model now and then. */
import { stack } from '@tensorflow/tfjs-core';
import { fusedTrainingStep } from '../accelerated/fused/step.ts';
import type { RunEvaluation, RunState, SavedRun } from '../io/run-document.ts';
import { toArrays } from '../io/tensors.ts';
import { release, scoped } from '../tensors/scope.ts';
import { concatImages, type Images } from '../training/dataset.ts';
import { batchTensors, imageTensor } from '../training/images.ts';
import { logitsOfAll, observe } from '../training/observe.ts';
import { learningRateAt } from '../training/schedule.ts';
import type { Batch, TrainingState } from '../training/step.ts';
import { checkFinite } from './diverged.ts';
import { struck } from './faults/strike.ts';
import { evaluated } from './lab-evaluation.ts';
import { firstImages, picturesOf, type LabData } from './lab-data.ts';
import type { LabStart } from './lab-start.ts';
import type { LabEvent, LabSamples } from './lab-protocol.ts';
import { readObservation } from './lab-snapshot.ts';
import { walkStep } from './lab-walk.ts';
import type { BackendName } from './protocol.ts';
import { checkContext, readTensor } from './read.ts';
import { symbolTensors } from './symbol-tensors.ts';
import { timedSteps } from './lab-pace.ts';
import {
  createStepNumbers,
  finiteSteps,
  firstSteps,
  type Reading,
  type StepNumbers,
} from './step-numbers.ts';

const snapshotEvery = 20;
/** Pictures that a walk shows. */
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
  /** Whether the reader sees anything of a snapshot; while not, none is taken. */
  snapshots: boolean;
  /** The tensors that `symbols` hands out. */
  paths: readonly string[];
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
  /** Hands out tensors of the watched image's way through the model. */
  symbols(watching: Watching): Promise<void>;
  /** Measures the model on the test part. */
  test(): Promise<void>;
  /** The run as plain data. */
  saved(backend: BackendName): Promise<SavedRun>;
  samples(): Promise<LabSamples>;
  /** Times steps that are thrown away, for about a second after the first; `stop` ends it without an answer. */
  measure(stop: () => boolean): Promise<void>;
  dispose(): void;
}

/** A run as it stands between two steps. */
interface Standing {
  start: LabStart;
  data: LabData;
  emit: (event: LabEvent) => void;
  numbers: StepNumbers;
  state: TrainingState;
  best: RunState['best'];
  test: RunEvaluation | null;
  evaluations: RunEvaluation[];
  losses: number[];
  accuracies: number[];
  /** Steps in the last `saved`. */
  kept: number;
}

export function createLabRun(
  start: LabStart,
  data: LabData,
  emit: (event: LabEvent) => void,
): LabRun {
  const { summary, state, best } = start;
  const run: Standing = {
    start,
    data,
    emit,
    numbers: createStepNumbers(summary.settings.batchSize),
    state,
    best,
    test: summary.test,
    evaluations: [...summary.evaluations],
    losses: [...start.losses],
    accuracies: [...start.accuracies],
    kept: state.step,
  };
  return {
    stepsTaken: () => run.state.step,
    stepsKept: () => run.kept,
    step: (watching, always) => step(run, watching, always),
    walk: (watching) => walk(run, watching),
    report: () => report(run),
    snapshot: (watching) => snapshot(run, watching),
    symbols: (watching) => symbols(run, watching),
    test: () => test(run),
    saved: (backend) => saved(run, backend),
    samples: () => samples(run),
    measure: (stop) => measure(run, stop),
    dispose() {
      release(run.state);
      run.numbers.dispose();
    },
  };
}

const settingsOf = ({ start }: Standing) => start.summary.settings;
const isOver = (run: Standing) => run.state.step >= settingsOf(run).totalSteps;

/** The batch of the next step; the caller frees its tensors. */
async function nextBatch(run: Standing): Promise<{ images: Images; batch: Batch }> {
  const { images, mixing } = await run.data.batch(run.state.step);
  return { images, batch: batchTensors(images, settingsOf(run).model, mixing) };
}

async function step(run: Standing, watching: Watching, always: boolean): Promise<boolean> {
  if (isOver(run)) return true;
  const { batch } = await nextBatch(run);
  advance(run, batch);
  release(batch);
  return look(run, watching, always);
}

async function walk(run: Standing, watching: Watching): Promise<boolean> {
  if (isOver(run)) return true;
  const { images, batch } = await nextBatch(run);
  const walked = await walkStep(run.state, batch, settingsOf(run), () => advance(run, batch));
  release(batch);
  const finished = await look(run, watching, true);
  const shown = firstImages(images, shownPictures);
  const classes = run.start.summary.classNames.length;
  const pictureLosses = Float32Array.from(
    shown.labels,
    (label, picture) => -Math.log(walked.probabilities[picture * classes + label]),
  );
  const told = { pictureLosses, loss: run.losses.at(-1)!, pictures: picturesOf(shown) };
  run.emit({ type: 'walk', ...walked, ...told });
  return finished;
}

/** Takes the step that a batch is for; the batch stays the caller's. @throws ContextLostError at once. */
function advance(run: Standing, batch: Batch): TrainingState {
  run.numbers.start();
  const taken = scoped(() => {
    const result = fusedTrainingStep(run.state, batch, settingsOf(run));
    const numbers = stack([result.loss, result.accuracy, result.gradientNorm]);
    return { state: result.state, numbers };
  });
  release(run.state);
  run.state = taken.state;
  run.numbers.add(taken.numbers);
  if (import.meta.env.FAULTS) run.state = struck(run.state);
  checkContext();
  return run.state;
}

/** What follows a step; true when it was the last. */
async function look(run: Standing, watching: Watching, always: boolean): Promise<boolean> {
  const { step } = run.state;
  const evaluating = isEvaluationStep(step, settingsOf(run).totalSteps);
  const looking = always || evaluating || step % snapshotEvery === 0;
  if (looking || run.numbers.due()) await report(run);
  if (evaluating) await evaluate(run);
  if (looking) await snapshot(run, watching);
  return isOver(run);
}

/** @throws DivergedError when a number is not finite; those of the steps before it are told. */
async function report(run: Standing): Promise<void> {
  const reading = await run.numbers.read();
  if (!reading) return;
  const taken = reading.losses.length;
  const before = run.state.step - taken;
  const good = finiteSteps(reading);
  if (good > 0) tell(run, before + good, firstSteps(reading, good));
  if (good === taken) return;
  const first = before + good + 1;
  checkFinite(first, 'loss', reading.losses.subarray(good, good + 1));
  checkFinite(first, 'gradient', reading.gradientNorms.subarray(good, good + 1));
}

function tell(run: Standing, step: number, reading: Reading): void {
  run.losses.push(...reading.losses);
  run.accuracies.push(...reading.accuracies);
  const learningRate = learningRateAt(step - 1, settingsOf(run));
  run.emit({ type: 'progress', step, epoch: run.data.epoch(step), learningRate, ...reading });
}

async function evaluate(run: Standing): Promise<void> {
  const { state, data, evaluations } = run;
  const evaluation = await evaluated(state, data.validation, run.start.summary);
  const { step, loss, accuracy } = evaluation;
  checkFinite(step, 'weights', Float32Array.of(loss));
  evaluations.push({ step, loss, accuracy });
  const best = evaluations.every((other) => other.accuracy <= accuracy);
  if (best) run.best = { step, parameters: await toArrays(state.parameters) };
  run.emit({ type: 'evaluation', ...evaluation });
}

async function test(run: Standing): Promise<void> {
  const evaluation = await evaluated(run.state, await run.data.test(), run.start.summary);
  const { step, loss, accuracy } = evaluation;
  run.test = { step, loss, accuracy };
  run.emit({ type: 'tested', ...evaluation });
}

async function snapshot(run: Standing, watching: Watching): Promise<void> {
  if (!watching.snapshots) return;
  const { state } = run;
  const { images, watched } = watchedOf(run, watching);
  const seen = observe(state.parameters, images, watched, settingsOf(run).model);
  const observation = await readObservation(seen);
  checkFinite(state.step, 'weights', observation.probabilities);
  run.emit({ type: 'snapshot', step: state.step, watched, ...observation });
}

/** @throws DivergedError, ContextLostError: what is returned can be gone on with. */
async function symbols(run: Standing, watching: Watching): Promise<void> {
  const { state } = run;
  const { model } = settingsOf(run);
  const { images, watched } = watchedOf(run, watching);
  const area = model.imageSize ** 2 * model.inChannels;
  const input = imageTensor(images.pixels.subarray(watched * area, (watched + 1) * area), 1, model);
  const tensors = await symbolTensors(state.parameters, input, model, watching.paths);
  input.dispose();
  run.emit({ type: 'symbols', step: state.step, watched, tensors });
}

/** The gallery and the reader's own picture after it, and which of them is watched. */
function watchedOf({ data }: Standing, { image, own }: Watching) {
  const images = own ? concatImages([data.gallery, unlabelled(own)]) : data.gallery;
  return { images, watched: Math.min(image, images.count - 1) };
}

async function saved(run: Standing, backend: BackendName): Promise<SavedRun> {
  await report(run);
  const { step, random, parameters, moments } = run.state;
  const [first, second] = await Promise.all([moments.first, moments.second].map(readTensor));
  const state: RunState = {
    step,
    random,
    parameters: await toArrays(parameters),
    first: Float32Array.from(first),
    second: Float32Array.from(second),
    losses: Float32Array.from(run.losses),
    accuracies: Float32Array.from(run.accuracies),
    best: run.best,
  };
  checkContext(); // parameters are read without it
  const read = [...state.parameters.map(({ values }) => values), state.first, state.second];
  checkFinite(step, 'weights', ...read);
  run.kept = step;
  const { test, evaluations } = run;
  const now = { saved: Date.now(), backend, step, test, evaluations: [...evaluations] };
  return { summary: { ...run.start.summary, ...now }, state };
}

async function samples({ state, data, start }: Standing): Promise<LabSamples> {
  const { pixels, count } = data.gallery;
  const logits = logitsOfAll(state.parameters, data.gallery, start.summary.settings.model);
  const values = Float32Array.from(await readTensor(logits));
  logits.dispose();
  return { pixels, count, logits: values };
}

async function measure(run: Standing, stop: () => boolean): Promise<void> {
  const { batch } = await nextBatch(run);
  const seconds = await timedSteps(run.state, batch, settingsOf(run), stop);
  release(batch);
  if (seconds === null) return;
  const imagesPerSecond = settingsOf(run).batchSize / seconds;
  run.emit({ type: 'measured', imagesPerSecond, seconds });
}

const unlabelled = (pixels: Uint8Array): Images => ({ pixels, labels: Uint8Array.of(0), count: 1 });
