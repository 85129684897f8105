/** What "Heads side by side" starts with, and what can be chosen. */
import type { HeadPlace } from '../../../lib/engine/computations/switched-heads.ts';

export type { HeadPlace };

export const queries = ['a patch', 'class token'] as const;
export const scales = ['each its own', 'one for all'] as const;
export const samples = ['this picture', 'several'] as const;

export interface HeadsSettings {
  /** The patch that asks, from 0. */
  patch: number;
  query: (typeof queries)[number];
  scale: (typeof scales)[number];
  /** The head that is looked at closely. */
  chosen: HeadPlace;
  off: readonly HeadPlace[];
  /** Pictures over which distances are taken. */
  sample: (typeof samples)[number];
}

export const defaults: HeadsSettings = {
  patch: 24,
  query: 'a patch',
  scale: 'each its own',
  chosen: [0, 0],
  off: [],
  sample: 'this picture',
};

export const isOff = (off: readonly HeadPlace[], [block, head]: HeadPlace): boolean =>
  off.some((place) => place[0] === block && place[1] === head);

/** The list with one head switched. */
export function switched(off: readonly HeadPlace[], place: HeadPlace): HeadPlace[] {
  const others = off.filter(([block, head]) => block !== place[0] || head !== place[1]);
  return others.length < off.length ? others : [...others, place];
}
