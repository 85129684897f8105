/** What lies in the database: an entry of the table for each run, and its last snapshots. */
import type { RunEvaluation, RunSummary, SavedRun } from '../../io/run-document.ts';
import { crc32 } from './checksum.ts';
import { decodeRun, encodeRun } from './run-bytes.ts';
import { StorageError } from './storage-error.ts';
import { formatVersion, upgraded } from './upgrade.ts';

export interface EntryRecord {
  formatVersion: number;
  id: string;
  summary: Record<string, unknown>;
}

export interface SnapshotRecord {
  formatVersion: number;
  id: string;
  /** Counts up within a run. */
  number: number;
  /** CRC-32 of `bytes`. */
  checksum: number;
  /** See `run-bytes.ts`. */
  bytes: Uint8Array<ArrayBuffer>;
}

export const entryRecord = (summary: RunSummary): EntryRecord => ({
  formatVersion,
  id: summary.id,
  summary: { ...summary },
});

export function snapshotRecord(run: SavedRun, number: number): SnapshotRecord {
  const bytes = encodeRun(run);
  return { formatVersion, id: run.summary.id, number, checksum: crc32(bytes), bytes };
}

/** Whether a snapshot holds what was once written into it. */
export function isIntact(record: SnapshotRecord | undefined): record is SnapshotRecord {
  return record?.bytes instanceof Uint8Array && crc32(record.bytes) === record.checksum;
}

/** A snapshot's run. Throws a StorageError: `damaged`, or `unavailable` for one of a newer version. */
export function readSnapshot(record: SnapshotRecord | undefined): SavedRun {
  if (!isIntact(record)) throw new StorageError('damaged', 'Its bytes have changed.');
  try {
    return decodeRun(record.bytes, record.formatVersion);
  } catch (cause) {
    if (cause instanceof StorageError) throw cause;
    throw new StorageError('damaged', 'Its bytes are no run.', { cause });
  }
}

/** An entry's summary. Throws a StorageError in a sentence when it is damaged or of a newer version. */
export function readEntry(record: unknown): RunSummary {
  if (!isRecord(record) || !isRecord(record.summary))
    throw new StorageError('damaged', 'Its entry is empty.');
  const { summary } = upgraded({ summary: record.summary }, record.formatVersion);
  const wrong = Object.keys(fields).filter((key) => !fields[key as keyof RunSummary](summary[key]));
  if (wrong.length > 0)
    throw new StorageError('damaged', `Its entry cannot be read: ${wrong.join(', ')}.`);
  return summary as unknown as RunSummary;
}

type Plain = Record<string, unknown>;

const isRecord = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown) => typeof value === 'string';
const isNumber = (value: unknown) => typeof value === 'number';
const isCount = (value: unknown) => Number.isSafeInteger(value) && Number(value) >= 0;
const listOf = (test: (value: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && value.every(test);

const isEvaluation = (value: unknown) => isRecord(value) && evaluationKeys.every((key) => isNumber(value[key])); // prettier-ignore
const evaluationKeys: (keyof RunEvaluation)[] = ['step', 'loss', 'accuracy'];

/** What each part of a summary must be. */
const fields: Readonly<Record<keyof RunSummary, (value: unknown) => boolean>> = {
  id: isText,
  name: isText,
  pinned: (value) => typeof value === 'boolean',
  created: isNumber,
  saved: isNumber,
  settings: (value) => isRecord(value) && isRecord(value.model) && isRecord(value.augmentation),
  backend: (value) => value === 'webgl' || value === 'cpu',
  parameterCount: isCount,
  classNames: listOf(isText),
  step: isCount,
  evaluations: listOf(isEvaluation),
  test: (value) => value === null || isEvaluation(value),
};
