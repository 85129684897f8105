/** The data sets that the lab can train on, by name, with the sides of their pictures. */
import type { ShapesTaskName } from './shapes.ts';

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
