/** What "Which numbers are averaged together" starts with, and what can be chosen. */
import type { NormKind, Place } from '../../../lib/figures/norm-groups.ts';

export const sources = ['tokens', 'class token', 'pixels'] as const;
export type Source = (typeof sources)[number];

/** What a norm is called, with what it is a norm of. */
export function normName(norm: NormKind, source: Source): string {
  const one = source === 'pixels' ? 'pixel' : 'token';
  const names: Record<NormKind, string> = {
    token: `LN of each ${one}`,
    sample: 'LN of a whole sample',
    batch: 'BN of each channel',
    rms: `RMSNorm of each ${one}`,
    group: 'GroupNorm',
  };
  return names[norm];
}

/** ε: each norm's own, or one for all. */
export const epsilons: Record<string, number | null> = {
  usual: null,
  '1e−6': 1e-6,
  '1e−5': 1e-5,
  '1e−3': 1e-3,
};

export interface NormSettings {
  source: Source;
  norm: NormKind;
  groups: number;
  /** B. */
  batch: number;
  training: boolean;
  batchesSeen: number;
  /** A key of `epsilons`. */
  epsilon: string;
  /** What is added to the last sample of the batch. */
  by: number;
  place: Place;
  /** Whether the sheets show what comes out. */
  after: boolean;
}

export const defaults: NormSettings = {
  source: 'tokens',
  norm: 'token',
  groups: 4,
  batch: 4,
  training: true,
  batchesSeen: 20,
  epsilon: 'usual',
  by: 1,
  place: { sample: 0, position: 24, channel: 9 },
  after: false,
};

export const largestBatch = 6;
/** Samples that batches are drawn from: the reader's picture and others of its kind. */
export const poolSize = 8;
/** Of the drawn batches. */
export const seed = 1;
export const most = { by: 3, batchesSeen: 40 };
