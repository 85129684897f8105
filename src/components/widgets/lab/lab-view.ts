/** What the parts of the lab share: the store, and how a part follows only what it shows. */
import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
import type { LabPictures, LabReady } from '../../../lib/engine/lab-protocol.ts';
import type { PixelImage } from '../../../lib/figures/pictures.ts';
import type { LabState } from './lab-state.ts';
import type { LabStore } from './lab-store.ts';

export interface LabPartProps {
  store: LabStore;
}

/** Markup that was drawn when the site was built, shown until there is something live. */
export interface PosterProps {
  poster?: ComponentChildren;
}

/** A part of the state; the component is rendered again only when that part changes. */
export function useLab<Part>({ state }: LabStore, pick: (state: LabState) => Part): Part {
  return useComputed(() => pick(state.value)).value;
}

/** One of several pictures: a view, not a copy. */
export function pictureAt(
  { pixels }: LabPictures,
  index: number,
  { imageSize, inChannels }: Pick<LabReady, 'imageSize' | 'inChannels'>,
): PixelImage {
  const length = imageSize * imageSize * inChannels;
  return {
    pixels: pixels.subarray(index * length, (index + 1) * length),
    side: imageSize,
    channels: inChannels,
  };
}

/** The picture that is watched: one of the gallery's, or the reader's own after them. */
export function watchedImage(model: LabReady, own: Uint8Array | null, watched: number): PixelImage {
  if (own === null || watched < model.gallery.count)
    return pictureAt(model.gallery, Math.min(watched, model.gallery.count - 1), model);
  return { pixels: own, side: model.imageSize, channels: model.inChannels };
}
