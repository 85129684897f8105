/** The bundled pictures of a model's kind, as that model takes them. */
import type { ModelPicture } from '../../lib/figures/model-pictures.ts';
import type { CheckpointName, WeightsChoice } from '../../lib/model/checkpoint.ts';
import { garments, shapes, type BundledImage } from '../reader/catalogue.ts';
import { isInk, type ReaderImage } from '../reader/reader-image.ts';
import { modelInput } from './model-input.ts';
import { pictureOfInput } from './PatchPicture.tsx';

/** The bundled pictures of each model's kind. */
export const sets: Record<CheckpointName, readonly BundledImage[]> = { garments, shapes };

export interface SetPicture extends ModelPicture {
  name: string;
  values: Float32Array<ArrayBuffer>;
}

/** A bundled picture for a model of its kind. */
export function setPicture(picture: ReaderImage): SetPicture {
  const kind = isInk(picture) ? 'garments' : 'shapes';
  const input = modelInput(picture, { kind, seed: 0 });
  return { ...pictureOfInput(input), name: picture.name, values: input.image };
}

const loaded: Partial<Record<CheckpointName, Promise<SetPicture[]>>> = {};

/** All of them, fetched once. */
export function setPictures({ architecture }: WeightsChoice): Promise<SetPicture[]> {
  const pictures = (loaded[architecture] ??= fetchSet(architecture));
  pictures.catch(() => delete loaded[architecture]);
  return pictures;
}

async function fetchSet(architecture: CheckpointName): Promise<SetPicture[]> {
  const { loadBundled } = await import('../reader/load-bundled.ts');
  const pictures = await Promise.all(sets[architecture].map(loadBundled));
  return pictures.map(setPicture);
}
