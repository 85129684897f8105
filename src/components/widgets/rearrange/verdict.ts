/** What a rearrangement has made of the patches, from where each of its numbers comes. */
import {
  parsePattern,
  planRearrangement,
  sourcesOf,
  type Rearrangement,
} from '../../../lib/tensors/rearrange-pattern.ts';
import { mostAxes } from './settings.ts';

export interface PictureSize {
  /** S, P and C. */
  imageSize: number;
  patchSize: number;
  inChannels: number;
}

/** The plan for a picture, [1, C, S, S]. @throws RangeError in a sentence when the pattern does not fit. */
export function planFor(pattern: string, { imageSize, patchSize, inChannels }: PictureSize) {
  const sides = [1, inChannels, imageSize, imageSize];
  const plan = planRearrangement(parsePattern(pattern), sides, { p1: patchSize, p2: patchSize });
  if (plan.axes.length > mostAxes)
    throw new RangeError(
      `this makes ${plan.axes.length} axes; the engine turns no more than ${mostAxes} at once`,
    );
  return plan;
}

export interface Verdict {
  kind: 'right' | 'within' | 'rows' | 'mixed' | 'shape';
  /** How many patches the first row takes its numbers from. */
  patchesInFirst: number;
}

export function verdict(plan: Rearrangement, size: PictureSize): Verdict {
  const { imageSize: S, patchSize: P, inChannels: C } = size;
  const [N, M] = [(S / P) ** 2, P * P * C];
  const sources = sourcesOf(plan);
  if (String(plan.shape) !== String([1, N, M])) return { kind: 'shape', patchesInFirst: 0 };
  const rows = Array.from({ length: N }, (_, n) => {
    const row = sources.subarray(n * M, (n + 1) * M);
    return new Set(Array.from(row, (source) => patchOf(source, size)));
  });
  const patchesInFirst = rows[0]!.size;
  if (rows.some((patches) => patches.size > 1)) return { kind: 'mixed', patchesInFirst };
  if (rows.some((patches, n) => !patches.has(n))) return { kind: 'rows', patchesInFirst };
  const same = sources.every((source, i) => source === rightSource(i, size));
  return { kind: same ? 'right' : 'within', patchesInFirst };
}

/** Which patch a number of [C, S, S] belongs to. */
function patchOf(source: number, { imageSize: S, patchSize: P }: PictureSize): number {
  const pixel = source % (S * S);
  return Math.floor(Math.floor(pixel / S) / P) * (S / P) + Math.floor((pixel % S) / P);
}

/** Where number i of x_p, rows flattened as (row, column, channel), stands in [C, S, S]. */
function rightSource(i: number, { imageSize: S, patchSize: P, inChannels: C }: PictureSize) {
  const [patch, j] = [Math.floor(i / (P * P * C)), i % (P * P * C)];
  const [pixel, c] = [Math.floor(j / C), j % C];
  const y = Math.floor(patch / (S / P)) * P + Math.floor(pixel / P);
  const x = (patch % (S / P)) * P + (pixel % P);
  return (c * S + y) * S + x;
}
