/** The data sets that the lab can train on, by name, with the sides of their pictures. */
import type { TrainingSettings } from './settings.ts';
import { shapes, shapesTasks, type ShapesTaskName } from './shapes.ts';

export const dataNames = [
  'garments',
  'shapes-relation',
  'shapes-position',
  'shapes-texture',
  'drawings',
] as const;

/** `garments` is Fashion-MNIST; Shapes has three questions; `drawings` are the reader's own, with their labels. */
export type DataName = (typeof dataNames)[number];

/** One word for each, for the name of a run. */
export const dataWords: Record<DataName, string> = {
  garments: 'garments',
  'shapes-relation': 'relation',
  'shapes-position': 'position',
  'shapes-texture': 'texture',
  drawings: 'drawings',
};

/** The question of a Shapes set; null for the others. */
export function shapesTaskOf(data: DataName): ShapesTaskName | null {
  return data.startsWith('shapes-') ? (data.slice('shapes-'.length) as ShapesTaskName) : null;
}

/** What a set asks of a model. */
export interface PictureShape {
  /** S, pixels. */
  imageSize: number;
  /** C. */
  inChannels: number;
  numClasses: number;
}

/** Fashion-MNIST's; drawings are of the same size, of as many kinds as the reader has named. */
const garments: PictureShape = { imageSize: 28, inChannels: 1, numClasses: 10 };

/** @param kinds how many labels the reader's drawings have. */
export function pictureShape(data: DataName, kinds = 2): PictureShape {
  const task = shapesTaskOf(data);
  if (task === null) return data === 'garments' ? garments : { ...garments, numClasses: kinds };
  const { imageSize, inChannels } = shapes;
  return { imageSize, inChannels, numClasses: shapesTasks[task].classNames.length };
}

/**
 * The settings for another set: the model takes its pictures and names its classes.
 *
 * Shapes is learned when positions begin about as large as the patches' tokens (`initialisation: 'normal'`).
 */
export function withData(
  settings: TrainingSettings,
  data: DataName,
  kinds?: number,
): TrainingSettings {
  // prettier-ignore
  const shape = pictureShape(data, kinds);
  const { patchSize } = settings.model;
  const fits = shape.imageSize % patchSize === 0;
  const model = { ...settings.model, ...shape, patchSize: fits ? patchSize : shapes.patchSize };
  const initialisation = shapesTaskOf(data) ? 'normal' : 'xavier';
  return { ...settings, data, model, initialisation };
}
