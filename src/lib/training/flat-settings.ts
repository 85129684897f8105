/** Settings as one row of names and values, and back; and what follows from the choice of the data. */
import { checkpointInputs } from '../model/checkpoint.ts';
import { shapesTaskOf, type DataName } from './data-sets.ts';
import { shapes as shapesSet } from './shapes.ts';
import { defaultSettings, type TrainingSettings } from './settings.ts';
import type { FlatSettings } from './settings-bounds.ts';

interface DataInputs {
  /** S, pixels. */
  imageSize: number;
  /** C. */
  inChannels: number;
  numClasses: number;
}

const garments = { ...checkpointInputs.garments, numClasses: 10 };
const shapes = { ...checkpointInputs.shapes, numClasses: 4 };

/** What a model of a data set takes and gives; the classes of `drawings` are as many as the reader's labels. */
export const dataInputs: Record<DataName, DataInputs> = {
  garments,
  'shapes-relation': shapes,
  'shapes-position': shapes,
  'shapes-texture': shapes,
  drawings: garments,
};

/** The defaults, with a model that fits the data. */
export function settingsFor(data: DataName): TrainingSettings {
  const model = { ...defaultSettings.model, ...dataInputs[data] };
  return { ...defaultSettings, data, model };
}

/**
 * The settings for another set: the model takes its pictures and names its classes.
 *
 * Shapes is learned when positions begin about as large as the patches' tokens (`initialisation: 'normal'`).
 */
export function withData(settings: TrainingSettings, data: DataName): TrainingSettings {
  const inputs = dataInputs[data];
  const { patchSize } = settings.model;
  const fits = inputs.imageSize % patchSize === 0;
  const model = { ...settings.model, ...inputs, patchSize: fits ? patchSize : shapesSet.patchSize };
  const initialisation = shapesTaskOf(data) ? 'normal' : defaultSettings.initialisation;
  return { ...settings, data, model, initialisation };
}

/** The names of the model's, the augmentation's and training's settings do not meet. */
export function flatSettings({ model, augmentation, ...rest }: TrainingSettings): FlatSettings {
  return { ...rest, ...augmentation, ...model };
}

export function nestedSettings(flat: FlatSettings): TrainingSettings {
  const { model, augmentation, ...rest } = defaultSettings;
  return {
    ...pick(rest, flat),
    augmentation: pick(augmentation, flat),
    model: pick(model, flat),
  };
}

/** The record with the values of `from` under its own names. */
function pick<Part extends object>(part: Part, from: Part): Part {
  const keys = Object.keys(part) as (keyof Part)[];
  return Object.fromEntries(keys.map((key) => [key, from[key]])) as Part;
}
