/** Where a run begins: a fresh model, or one that was saved. */
import { tensor1d } from '@tensorflow/tfjs-core';
import type { RunState, RunSummary, SavedRun } from '../io/run-document.ts';
import { toParameters } from '../io/tensors.ts';
import { countParameters } from '../model/parameter-shapes.ts';
import { scoped } from '../tensors/scope.ts';
import type { DatasetManifest } from '../training/dataset.ts';
import type { TrainingSettings } from '../training/settings.ts';
import { initTraining, type TrainingState } from '../training/step.ts';
import { picturesOf, type LabData } from './lab-data.ts';
import type { LabEvent } from './lab-protocol.ts';
import type { BackendName } from './protocol.ts';

export interface LabStart extends Pick<RunState, 'losses' | 'accuracies' | 'best'> {
  summary: RunSummary;
  /** On the device. */
  state: TrainingState;
}

/** A model at step 0. @throws RangeError for a model that cannot be built, or whose pictures are not the data's. */
export function freshStart(
  settings: TrainingSettings,
  manifest: DatasetManifest,
  run: { id: string; name: string; backend: BackendName },
): LabStart {
  const now = Date.now();
  const summary: RunSummary = {
    ...run,
    pinned: false,
    created: now,
    saved: now,
    settings,
    parameterCount: countParameters(settings.model),
    classNames: manifest.classNames,
    step: 0,
    evaluations: [],
    test: null,
  };
  checkPictures(settings, manifest);
  const state = scoped(() => initTraining(settings));
  return { summary, state, losses: new Float32Array(0), accuracies: new Float32Array(0), best: null }; // prettier-ignore
}

/** A saved run at the step where it stood. @throws RangeError when its pictures are not the data's. */
export function savedStart({ summary, state }: SavedRun, manifest: DatasetManifest): LabStart {
  checkPictures(summary.settings, manifest);
  const { step, random, parameters, first, second, losses, accuracies, best } = state;
  const training = scoped((): TrainingState => {
    return {
      parameters: toParameters(parameters, summary.settings.model),
      moments: { first: tensor1d(first), second: tensor1d(second) },
      step,
      random,
    };
  });
  return { summary, state: training, losses, accuracies, best };
}

const words = ['imageSize', 'inChannels'] as const;

function checkPictures({ model, data }: TrainingSettings, manifest: DatasetManifest): void {
  for (const word of words)
    if (model[word] !== manifest[word])
      throw new RangeError(`${data}: ${word} is ${manifest[word]}, but the model takes ${model[word]}`); // prettier-ignore
  const classes = manifest.classNames.length;
  if (model.numClasses !== classes)
    throw new RangeError(`${data}: ${classes} classes, but the model has numClasses ${model.numClasses}`); // prettier-ignore
}

/** All that the page needs to show a run at the step where it begins. */
export function readyEvent(
  { summary, state, losses, accuracies }: LabStart,
  data: LabData,
  note: string | null,
): Extract<LabEvent, { type: 'ready' }> {
  const { id, name, settings, parameterCount, classNames, evaluations, test } = summary;
  return {
    type: 'ready',
    ...{ id, name, settings, parameterCount, classNames, evaluations, test, losses, accuracies },
    step: state.step,
    epoch: data.epoch(state.step),
    imageSize: data.manifest.imageSize,
    inChannels: data.manifest.inChannels,
    gallery: picturesOf(data.gallery),
    augmented: data.augmented,
    note,
  };
}

/** A model has as many classes as its data. */
export function withClasses(
  settings: TrainingSettings,
  manifest: DatasetManifest,
): TrainingSettings {
  const model = { ...settings.model, numClasses: manifest.classNames.length };
  return { ...settings, model };
}
