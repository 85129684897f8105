/** What "Masks" starts with, and what can be chosen. */
import type { Masking } from '../../../lib/engine/computations/masked-attention.ts';

export const maskNames = ['patch', 'half', 'causal'] as const;
export type MaskName = (typeof maskNames)[number];

export const maskWords: Record<MaskName, string> = {
  patch: 'one patch',
  half: 'the lower half',
  causal: 'all that comes later',
};

export const maskingWords: Record<Masking, string> = {
  infinityBefore: 'minus infinity, before',
  zeroBefore: '0, before',
  zeroAfter: '0, after',
};
export const maskings = Object.keys(maskingWords) as Masking[];

export interface MaskSettings {
  mask: MaskName;
  masking: Masking;
  /** The token that is hidden, or turned round to see who notices; null for the default patch. */
  probe: number | null;
}

export const defaults: MaskSettings = { mask: 'patch', masking: 'infinityBefore', probe: null };

/** Which head is masked: block 1, head 1. */
export const shownHead = { block: 0, head: 0 };

/** 1 where a query (row) may look at a key, 0 where the mask hides it: [T, T]. */
export function maskOf(name: MaskName, tokens: number, probe: number): Float32Array {
  const grid = Math.sqrt(tokens - 1);
  const upperHalf = Math.ceil(grid / 2) * grid;
  const hides: Record<MaskName, (query: number, key: number) => boolean> = {
    patch: (_, key) => key === probe,
    half: (_, key) => key > upperHalf,
    causal: (query, key) => key > query,
  };
  return Float32Array.from({ length: tokens ** 2 }, (_, i) =>
    hides[name](Math.floor(i / tokens), i % tokens) ? 0 : 1,
  );
}

/** The default probe: a patch that all three masks hide from somebody, in the middle of the lower half. */
export function defaultProbe(tokens: number): number {
  const grid = Math.sqrt(tokens - 1);
  return Math.floor(0.75 * grid) * grid + Math.ceil(grid / 2);
}
