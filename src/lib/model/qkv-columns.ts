/**
 * Which column of a fused qkv matrix belongs to what: implementations differ, and a matrix does not say which one it is
 * of.
 *
 * D columns for each of q, k and v, H heads of K = D / H numbers.
 */
import { divided } from '../tensors/letters.ts';

export type QkvPart = 'q' | 'k' | 'v';

export const qkvParts: readonly QkvPart[] = ['q', 'k', 'v'];

/** `blocks`: q‖k‖v, each (head, K), as in timm. `woven`: `(h d qkv)`, the three of each number side by side. */
export type QkvLayout = 'blocks' | 'woven';

export interface QkvColumn {
  part: QkvPart;
  /** From 0. */
  head: number;
  /** Which of the head's K numbers, from 0. */
  number: number;
}

/** What a column holds, counted from 0. @throws RangeError when H does not divide D, with both. */
export function columnAt(column: number, D: number, H: number, layout: QkvLayout): QkvColumn {
  const K = divided('attention', ['embedDim', D], ['numHeads', H]);
  const [part, place] =
    layout === 'blocks'
      ? [Math.floor(column / D), column % D]
      : [column % 3, Math.floor(column / 3)];
  return { part: qkvParts[part]!, head: Math.floor(place / K), number: place % K };
}

/** For each column of q‖k‖v, where `(h d qkv)` has it: [3D]. @throws RangeError when H does not divide D. */
export function columnOrder(D: number, H: number): number[] {
  divided('attention', ['embedDim', D], ['numHeads', H]);
  return Array.from({ length: 3 * D }, (_, column) => (column % D) * 3 + Math.floor(column / D));
}
