/**
 * A run from a file: one that the site exported, or the weights of one alone.
 *
 * A file from elsewhere is not trusted: it gives a whole run, or an Error in plain words. No more than `largestImport` bytes
 * are read or unpacked.
 */
import type { VitConfig } from '../model/config.ts';
import { countParameters } from '../model/parameter-shapes.ts';
import { createRandomNumbers } from '../tensors/random-numbers.ts';
import { dataNames, type DataName } from '../training/data-sets.ts';
import { dataInputs, flatSettings, settingsFor } from '../training/flat-settings.ts';
import { settingNames, settingProblem } from '../training/settings-bounds.ts';
import type { TrainingSettings } from '../training/settings.ts';
import { inferConfig } from './infer-config.ts';
import { styleOf } from './names.ts';
import type { RunState, RunSummary, SavedRun } from './run-document.ts';
import { readDocument, type RunDocument } from './run-json.ts';
import { bestPrefix, descriptionKey, partNames } from './run-parts.ts';
import { decodeSafetensors, storedValues, type SafetensorsFile, type StoredTensor } from './safetensors.ts'; // prettier-ignore
import { readStateDict } from './state-dict.ts';
import { looksZipped, readZip } from './zip.ts';

/** Bytes, of the file and of its parts unpacked. */
export const largestImport = 64 * 2 ** 20;

type Tensors = Map<string, StoredTensor>;

/**
 * Throws an Error in plain words. A run keeps the id that it was exported with; weights that no run of the site's describes
 * have none, and their dates are 0.
 */
export function importRun(file: Uint8Array): SavedRun {
  if (file.length > largestImport)
    throw new Error(`The file has ${file.length.toLocaleString('en-GB')} bytes; at most ${largestImport.toLocaleString('en-GB')} are read.`); // prettier-ignore
  return looksZipped(file) ? fromZip(file) : fromWeights(decodeSafetensors(file));
}

function fromZip(file: Uint8Array): SavedRun {
  const wanted = [partNames.document, partNames.model, partNames.training];
  const parts = readZip(file, { names: wanted, largest: largestImport });
  const missing = wanted.filter((name) => !parts.has(name));
  if (missing.length > 0)
    throw new Error(`This zip file is no exported run: ${missing.join(', ')} ${missing.length > 1 ? 'are' : 'is'} missing.`); // prettier-ignore
  const [json, model, training] = wanted.map((name) => parts.get(name)!);
  const described = readDocument(new TextDecoder().decode(json));
  const { settings } = described.summary;
  const parameters = readStateDict(
    decodeSafetensors(model).tensors,
    settings.model,
    described.names,
  );
  const state = trainingState(decodeSafetensors(training).tensors, described);
  return {
    summary: summaryOf(described),
    state: { step: described.summary.step, parameters, random: described.random, ...state },
  };
}

function summaryOf({ summary }: RunDocument): RunSummary {
  return { ...summary, parameterCount: countParameters(summary.settings.model) };
}

type Training = Omit<RunState, 'step' | 'parameters' | 'random'>;

function trainingState(tensors: Tensors, described: RunDocument): Training {
  const { settings, step } = described.summary;
  const size = countParameters(settings.model);
  const row = (name: string, length: number) => rowOf(tensors, name, length);
  const moments = { first: row('first', size), second: row('second', size) };
  for (const [name, values] of Object.entries(moments))
    if (!values.every(Number.isFinite))
      throw new Error(`${name} of ${partNames.training} holds numbers that are not finite.`);
  return {
    ...moments,
    losses: row('losses', step),
    accuracies: row('accuracies', step),
    best: described.best === null ? null : { step: described.best, parameters: bestOf(tensors, described) }, // prettier-ignore
  };
}

function rowOf(tensors: Tensors, name: string, length: number): Float32Array {
  const found = tensors.get(name);
  if (!found) throw new Error(`${name} is missing from ${partNames.training}.`);
  if (found.shape.length !== 1 || found.shape[0] !== length)
    throw new Error(`${name} of ${partNames.training} has shape [${found.shape.join(', ')}], but the run needs [${length}].`); // prettier-ignore
  return storedValues(found);
}

function bestOf(tensors: Tensors, { summary, names }: RunDocument) {
  const own = [...tensors].filter(([name]) => name.startsWith(bestPrefix));
  const stripped = own.map(([name, tensor]) => [name.slice(bestPrefix.length), tensor] as const);
  return readStateDict(new Map(stripped), summary.settings.model, names);
}

/** A run at step 0 that starts from the weights. */
function fromWeights({ metadata, tensors }: SafetensorsFile): SavedRun {
  const description = Object.hasOwn(metadata, descriptionKey) ? metadata[descriptionKey] : null;
  const summary = description === null ? foreignSummary(tensors) : summaryOf(readDocument(description)); // prettier-ignore
  const { model, seed } = summary.settings;
  const parameters = readStateDict(tensors, model, styleOf(tensors.keys()) ?? 'timm');
  const size = countParameters(model);
  return {
    summary: { ...summary, step: 0, evaluations: [], test: null },
    state: {
      step: 0,
      parameters,
      first: new Float32Array(size),
      second: new Float32Array(size),
      random: createRandomNumbers(seed).fork('training').state(),
      losses: new Float32Array(0),
      accuracies: new Float32Array(0),
      best: null,
    },
  };
}

/** What the shapes tell, and nothing more: defaults for the rest. */
function foreignSummary(tensors: Tensors): RunSummary {
  const { config } = inferConfig(tensors);
  const data = dataFor(config);
  const settings: TrainingSettings = { ...settingsFor(data), model: config };
  const flat = flatSettings(settings);
  for (const name of settingNames) {
    const problem = settingProblem(name, flat[name]);
    if (problem) throw new Error(`The weights’ model is none for this site: ${name} ${flat[name]} ${problem}.`); // prettier-ignore
  }
  return {
    id: '',
    name: 'Imported weights',
    pinned: false,
    created: 0,
    saved: 0,
    settings,
    backend: 'cpu',
    parameterCount: countParameters(config),
    classNames: Array.from({ length: config.numClasses }, (_, index) => `class ${index}`),
    step: 0,
    evaluations: [],
    test: null,
  };
}

/** The first data set whose pictures and classes the model takes; the reader's own drawings when there is none. */
function dataFor({ imageSize, inChannels, numClasses }: VitConfig): DataName {
  const wanted = [imageSize, inChannels, numClasses].join();
  const inputs = (name: DataName) => Object.values(dataInputs[name]).join();
  return dataNames.find((name) => inputs(name) === wanted) ?? 'drawings';
}
