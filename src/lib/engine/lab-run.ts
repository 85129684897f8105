/** One training run in the lab: takes steps, gathers their numbers on the device and reads them now and then. */
import { concat, dispose, keep, reshape, type Tensor } from '@tensorflow/tfjs-core';
import { scoped } from '../tensors/scope.ts';
import { flattenParameters } from '../model/parameters.ts';
import { batchTensors } from '../training/images.ts';
import { evaluate, observe } from '../training/observe.ts';
import { learningRateAt } from '../training/schedule.ts';
import type { TrainingSettings } from '../training/settings.ts';
import { initTraining, trainingStep, type TrainingState } from '../training/step.ts';
import { prepareLabData, shardCounts, type LabData } from './lab-data.ts';
import type { DatasetLoader } from './load-dataset.ts';
import type { LabEvent } from './protocol.ts';
import { readTensor } from './read.ts';

/** Numbers are read back when this many milliseconds have gone by, or this many steps wait. */
const reportEvery = { milliseconds: 200, steps: 16 };
const snapshotEvery = 20;

/** Often at first, when most is learned; then every 100 steps. */
export function isEvaluationStep(step: number, totalSteps: number): boolean {
  return step === 25 || step === 50 || step % 100 === 0 || step === totalSteps;
}

export interface LabRun {
  /** One step; true when it was the last one of the run. `single`: report and look at once. */
  step(watched: number, single: boolean): Promise<boolean>;
  /** Reads and emits what has gathered since the last report. */
  report(): Promise<void>;
  snapshot(watched: number): Promise<void>;
  dispose(): void;
}

/** Builds a fresh model and emits `ready`; training images go on arriving in the background. */
export async function createLabRun(
  settings: TrainingSettings,
  loader: DatasetLoader,
  emit: (event: LabEvent) => void,
): Promise<LabRun> {
  const state = scoped(() => initTraining(settings));
  const data = await loadData(settings, loader, emit);
  emit({ type: 'ready', ...description(state, data) });
  return createRun(settings, state, data, emit);
}

async function loadData(
  settings: TrainingSettings,
  loader: DatasetLoader,
  emit: (event: LabEvent) => void,
): Promise<LabData> {
  const shards = shardCounts(loader.manifest, settings.trainImages).length;
  const fetched = loader.prefetch(shards, (loaded, total) =>
    emit({ type: 'loading', text: 'Loading training pictures', loaded, total }),
  );
  fetched.catch(() => undefined); // a step that needs a missing shard asks again, and then reports it
  return prepareLabData(loader, settings);
}

function description({ parameters }: TrainingState, { manifest, gallery }: LabData) {
  const { classNames, imageSize, inChannels } = manifest;
  const tensors = flattenParameters(parameters).map(({ tensor }) => tensor);
  const parameterCount = tensors.reduce((sum, { size }) => sum + size, 0);
  const { pixels, labels, count } = gallery;
  return {
    parameterCount,
    classNames,
    imageSize,
    inChannels,
    gallery: { pixels, labels: Array.from(labels), count },
  };
}

function createRun(
  settings: TrainingSettings,
  initial: TrainingState,
  data: LabData,
  emit: (event: LabEvent) => void,
): LabRun {
  const { model, batchSize, totalSteps } = settings;
  const throughput = createThroughput(batchSize);
  let state = initial;
  let pending: Tensor[] = [];
  let lastReport = performance.now();

  async function advance(): Promise<void> {
    const images = await data.batch(state.step);
    const { next, numbers } = scoped(() => {
      const taken = trainingStep(state, batchTensors(images, model), settings);
      const scalars = [taken.loss, taken.accuracy].map((value) => reshape(value, [1]));
      return { next: taken.state, numbers: concat(scalars) };
    });
    dispose(tensorsOf(state));
    state = next;
    pending.push(numbers);
  }

  async function report(): Promise<void> {
    if (pending.length === 0) return;
    const gathered = keep(scoped(() => concat(pending)));
    dispose(pending);
    const count = pending.length;
    pending = [];
    const numbers = await readTensor(gathered);
    gathered.dispose();
    lastReport = performance.now();
    emit({
      type: 'progress',
      step: state.step,
      epoch: data.epoch(state.step),
      losses: numbers.filter((_, i) => i % 2 === 0),
      accuracies: numbers.filter((_, i) => i % 2 === 1),
      imagesPerSecond: throughput.measured(count),
      learningRate: learningRateAt(state.step - 1, settings),
    });
  }

  async function evaluateAll(): Promise<void> {
    const totals = evaluate(state.parameters, data.validation, model);
    const [loss, accuracy] = await readTensor(totals);
    totals.dispose();
    emit({ type: 'evaluation', step: state.step, loss, accuracy });
  }

  async function snapshot(watched: number): Promise<void> {
    const seen = observe(state.parameters, data.gallery, watched, model);
    const [probabilities, attention] = await Promise.all([
      readTensor(seen.probabilities),
      readTensor(seen.attention),
    ]);
    const positionSimilarity =
      seen.positionSimilarity && (await readTensor(seen.positionSimilarity));
    const [L, H, T] = seen.attention.shape;
    dispose([
      seen.probabilities,
      seen.attention,
      ...(seen.positionSimilarity ? [seen.positionSimilarity] : []),
    ]);
    emit({
      type: 'snapshot',
      step: state.step,
      probabilities,
      watched,
      attention,
      attentionShape: [L, H!, T!],
      positionSimilarity,
    });
  }

  return {
    async step(watched, single) {
      if (state.step >= totalSteps) return true;
      if (pending.length === 0) throughput.start();
      await advance();
      const { step } = state;
      const evaluating = isEvaluationStep(step, totalSteps);
      const looking = single || evaluating || step % snapshotEvery === 0;
      const late = performance.now() - lastReport > reportEvery.milliseconds;
      if (looking || late || pending.length >= reportEvery.steps) await report();
      if (evaluating) await evaluateAll();
      if (looking) await snapshot(watched);
      return step >= totalSteps;
    },
    report,
    snapshot,
    dispose() {
      dispose(tensorsOf(state));
      dispose(pending);
    },
  };
}

function tensorsOf({ parameters, moments }: TrainingState): Tensor[] {
  return [
    ...flattenParameters(parameters).map(({ tensor }) => tensor),
    moments.first,
    moments.second,
  ];
}

/** Images per second of the training steps alone: the median over the last few reports. */
function createThroughput(batchSize: number): { start(): void; measured(steps: number): number } {
  const rates: number[] = [];
  let started = performance.now();
  return {
    start: () => (started = performance.now()),
    measured(steps) {
      const seconds = (performance.now() - started) / 1000;
      rates.push((steps * batchSize) / seconds);
      if (rates.length > 9) rates.shift();
      return [...rates].sort((a, b) => a - b)[rates.length >> 1];
    },
  };
}
