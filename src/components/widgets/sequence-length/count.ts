/** The numbers of the calculator for its settings. */
import { vitSizes } from '../../../lib/model/presets.ts';
import {
  sequenceCost,
  tokenKinds,
  tokensPer,
  type BlockWidth,
  type SequenceCost,
  type TokenKind,
} from '../../../lib/model/sequence-cost.ts';
import type { LengthSettings } from './settings.ts';

export interface LengthRow extends SequenceCost {
  kind: TokenKind;
  /** N: without the class token. */
  count: number;
}

export const widthOf = ({ size }: Pick<LengthSettings, 'size'>): BlockWidth => vitSizes[size];

/** The cost of one token per value, per pixel and per patch. */
export function lengthRows(settings: LengthSettings): LengthRow[] {
  const extra = settings.classToken ? 1 : 0;
  return tokenKinds.map((kind) => {
    const count = tokensPer(kind, settings);
    return { kind, count, ...sequenceCost(count + extra, widthOf(settings)) };
  });
}

/** What P leaves over of S, and the nearest sides that it divides; null when nothing is left over. */
export interface Leftover {
  over: number;
  smaller: number;
  larger: number;
}

export function leftover({ imageSize: S, patchSize: P }: LengthSettings): Leftover | null {
  const over = S % P;
  return over === 0 ? null : { over, smaller: S - over, larger: S - over + P };
}
