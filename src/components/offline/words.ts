/** What the page on reading offline says. */
import type { CopyState } from './book-copy.ts';

/** `4.6 MB`; a megabyte is a million bytes. */
export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

export const copyWords: Record<CopyState, string> = {
  unsupported:
    'This browser keeps no copies of sites at this address: it takes https, and no private window.',
  none: 'No copy is on this device.',
  fetching: 'The copy is on its way.',
  ready: 'The book is on this device. Every page opened from now on works without a network.',
};

/** How much of a group is here. */
export function savedWords(saved: number, bytes: number): string {
  if (saved === 0) return 'Not saved.';
  if (saved >= bytes) return 'Saved.';
  return `${megabytes(saved)} of ${megabytes(bytes)} saved.`;
}

export const savingWords = (saved: number, bytes: number): string =>
  `${megabytes(saved)} of ${megabytes(bytes)} …`;

/** Why saving ended, in a sentence. */
export function failureWords(error: unknown): string {
  const { name, message } = error as Error;
  if (name === 'AbortError') return 'Stopped; what had arrived is kept.';
  if (name === 'QuotaExceededError')
    return 'No room is left on this device; what had arrived is kept.';
  if (name === 'SecurityError') return 'This browser does not let this page store anything.';
  return message;
}

/** Whether the browser may throw the copy away when room is short. */
export const persistenceWords = (persisted: boolean): string =>
  persisted
    ? 'The browser has promised to keep it.'
    : 'The browser may take it away when this device runs out of room.';

/** Said where this page stands in for another one. */
export const elsewhereWords =
  'The page that you asked for is not on this device, and the network does not answer.';

/** Said when a copy was begun and did not become whole. */
export const incompleteWords =
  'The copy did not become whole: the network was lost, or no room is left. The book works as before.';
