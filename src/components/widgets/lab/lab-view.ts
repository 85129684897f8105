/** What the parts of the lab share: the store, and how a part follows only what it shows. */
import { useComputed } from '@preact/signals';
import type { ComponentChildren } from 'preact';
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
