/** One training run in the lab: takes steps, reports their numbers and looks at the model now and then. */
import { dispose, stack } from '@tensorflow/tfjs-core';
import { fusedLogits, fusedTrainingStep } from '../accelerated/fused/step.ts';
import { release, scoped } from '../tensors/scope.ts';
import { flattenParameters } from '../model/parameters.ts';
import { batchTensors } from '../training/images.ts';
import { evaluate, observe, type Observation } from '../training/observe.ts';
import { learningRateAt } from '../training/schedule.ts';
import type { TrainingSettings } from '../training/settings.ts';
import { initTraining, type TrainingState } from '../training/step.ts';
import { prepareLabData, shardCounts, type LabData } from './lab-data.ts';
import type { DatasetLoader } from './load-dataset.ts';
import type { LabEvent } from './protocol.ts';
import { readTensor } from './read.ts';
import { createStepNumbers } from './step-numbers.ts';

const snapshotEvery = 20;

/** Often at first, when most is learned; then every 100 steps. */
export function isEvaluationStep(step: number, totalSteps: number): boolean {
  return step === 25 || step === 50 || step % 100 === 0 || step === totalSteps;
}

export interface LabRun {
  /** One step; true when it was the last one of the run. `look`: report and take a snapshot at once. */
  step(watched: number, look: boolean): Promise<boolean>;
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
  const numbers = createStepNumbers(batchSize);
  let state = initial;

  async function advance(): Promise<void> {
    const images = await data.batch(state.step);
    numbers.start();
    const taken = scoped(() => {
      const {
        state: next,
        loss,
        accuracy,
      } = fusedTrainingStep(state, batchTensors(images, model), settings);
      return { next, numbers: stack([loss, accuracy]) };
    });
    release(state);
    state = taken.next;
    numbers.add(taken.numbers);
  }

  async function report(): Promise<void> {
    const reading = await numbers.read();
    if (!reading) return;
    const { step } = state;
    const learningRate = learningRateAt(step - 1, settings);
    emit({ type: 'progress', step, epoch: data.epoch(step), learningRate, ...reading });
  }

  async function evaluateAll(): Promise<void> {
    const totals = evaluate(state.parameters, data.validation, model, fusedLogits);
    const [loss, accuracy] = await readTensor(totals);
    totals.dispose();
    emit({ type: 'evaluation', step: state.step, loss, accuracy });
  }

  async function snapshot(watched: number): Promise<void> {
    const seen = observe(state.parameters, data.gallery, watched, model);
    emit({ type: 'snapshot', step: state.step, watched, ...(await readObservation(seen)) });
  }

  return {
    async step(watched, look) {
      if (state.step >= totalSteps) return true;
      await advance();
      const { step } = state;
      const evaluating = isEvaluationStep(step, totalSteps);
      const looking = look || evaluating || step % snapshotEvery === 0;
      if (looking || numbers.due()) await report();
      if (evaluating) await evaluateAll();
      if (looking) await snapshot(watched);
      return step >= totalSteps;
    },
    report,
    snapshot,
    dispose() {
      release(state);
      numbers.dispose();
    },
  };
}

async function readObservation({ probabilities, attention, positionSimilarity }: Observation) {
  const [L, H, T] = attention.shape as [number, number, number];
  const tensors = [probabilities, attention, ...(positionSimilarity ? [positionSimilarity] : [])];
  const values = await Promise.all(tensors.map(readTensor));
  dispose(tensors);
  return {
    probabilities: values[0],
    attention: values[1],
    attentionShape: [L, H, T] as [number, number, number],
    positionSimilarity: values[2] ?? null,
  };
}
