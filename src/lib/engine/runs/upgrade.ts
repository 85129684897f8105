/** The version of what is stored, and the way from each older one to it. */
import { StorageError } from './storage-error.ts';

/** Of every record that is written; one more whenever a stored record changes its form. */
export const formatVersion = 1;

/** The parts of a stored run that are plain values; an entry of the table has no state. */
export interface RunHeader {
  summary: Record<string, unknown>;
  state?: Record<string, unknown>;
}

export type Upgrade = (header: RunHeader) => RunHeader;

/** By the version that each one starts from: `1` makes version 2 of version 1. */
const upgrades: Readonly<Record<number, Upgrade>> = {};

/** A header of any version up to `newest` in today's form. Throws a StorageError for a newer or an unknown one. */
export function upgraded(
  header: RunHeader,
  version: unknown,
  steps: Readonly<Record<number, Upgrade>> = upgrades,
  newest = formatVersion,
): RunHeader {
  if (!Number.isInteger(version) || Number(version) < 1)
    throw new StorageError('damaged', `Its version, ${String(version)}, is not a whole number.`);
  if (Number(version) > newest)
    throw new StorageError(
      'unavailable',
      `This run was made by a newer version of this site (format ${version}; this page knows up to ${newest}).`,
    );
  let current = header;
  for (let from = Number(version); from < newest; from++) current = steps[from]!(current);
  return current;
}
