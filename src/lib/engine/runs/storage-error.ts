/** What can go wrong with the device's storage, told in sentences that a reader can act on. */

/**
 * `denied`: the browser lets this page store nothing. `full`: no room is left. `unavailable`: it does not answer now, or
 * holds something newer than this page knows. `damaged`: what is stored is not what was written.
 */
export type StorageProblem = 'denied' | 'full' | 'unavailable' | 'damaged';

export class StorageError extends Error {
  readonly kind: StorageProblem;

  constructor(kind: StorageProblem, sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'StorageError';
    this.kind = kind;
  }
}

/** By the names of the browser's own exceptions. */
const problems: Readonly<Record<string, [kind: StorageProblem, sentence: string]>> = {
  QuotaExceededError: [
    'full',
    'No room is left on this device for the run as it stands now: what was saved before is kept. Delete a run, or export this one.',
  ],
  SecurityError: [
    'denied',
    'This browser does not let this page store anything, perhaps because the window is private.',
  ],
  InvalidStateError: [
    'unavailable',
    'The storage of this device was closed while it was in use. Reload the page to open it again.',
  ],
  VersionError: [
    'unavailable',
    'The runs on this device were stored by a newer version of this site. Reload the page to get that version.',
  ],
};

/** The same as a StorageError where it comes from storage; errors of other kinds as they are. */
export function storageError(cause: unknown): unknown {
  if (!(cause instanceof DOMException)) return cause;
  const [kind, sentence] = problems[cause.name] ?? [
    'unavailable',
    `The storage of this device does not answer (${cause.name}).`,
  ];
  return new StorageError(kind, sentence, { cause });
}

export const missingStorage = () =>
  new StorageError('denied', 'This browser offers this page no storage for runs.');

export const blockedStorage = () =>
  new StorageError(
    'unavailable',
    'Another tab holds the runs of an older version of this site open. Close it, then reload this page.',
  );
