/** What the answers ask the engine. */
import type { BatchTokensResult } from '../../../lib/engine/computations/batch-tokens.ts';
import type { NormaliseRequest } from '../../../lib/engine/computations/normalise.ts';
import { largestDifference } from '../../../lib/figures/agreement-figure.ts';
import { normRequest } from '../norm-groups/batch.ts';
import { defaults } from '../norm-groups/settings.ts';
import type { NamedBatch } from '../norm-groups/use-batch.ts';

/** What is done to the token. */
const factor = 10;
const added = 5;
/** The patch in the middle. */
const token = 24;

/** A batch of two tokens, one as it is and one changed, gain 1 and offset 0. */
export function movedRequest(
  norm: 'token' | 'rms',
  { embedded }: BatchTokensResult,
): NormaliseRequest {
  // prettier-ignore
  const C = embedded.shape.at(-1)!;
  const one = embedded.values.slice(token * C, (token + 1) * C);
  const pool = new Float32Array(2 * C);
  pool.set(one);
  pool.set(
    one.map((value) => factor * value + added),
    C,
  );
  return {
    pool,
    shape: [2, 1, C],
    batch: 2,
    norm,
    groups: 1,
    epsilon: null,
    affine: { weight: new Float32Array(C).fill(1), bias: new Float32Array(C) },
    training: true,
    batchesSeen: 0,
    seed: 1,
    shift: { sample: 1, by: 0 },
  };
}

/** The two tokens' outputs, and how far they lie apart. */
export function apart(output: Float32Array) {
  const half = output.length / 2;
  const [before, after] = [output.subarray(0, half), output.subarray(half)];
  return { before, after, difference: largestDifference(before, after) };
}

/** The widget's own batch, with 1 added to its last picture. */
export function whoseRequest({ result, names }: NamedBatch, training: boolean): NormaliseRequest {
  return normRequest(result, names, { ...defaults, norm: 'batch', training });
}
