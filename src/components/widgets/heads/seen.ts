/** What "Heads side by side" draws, from a pass: attention of all heads, and the answer with and without some. */
import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import type { HeadPlace, SwitchedRun } from '../../../lib/engine/computations/switched-heads.ts';
import type { AttentionShape } from '../../../lib/figures/attention.ts';
import { meanDistances } from '../../../lib/figures/attention-distance.ts';
import { gridSide } from '../../../lib/model/config.ts';

export interface SeenHeads {
  /** [L, H, T, T], query rows. */
  attention: Float32Array;
  shape: AttentionShape;
  /** G and P. */
  grid: number;
  patchSize: number;
  /** Pixels, [L, H]. */
  distances: Float64Array;
  classNames: readonly string[];
  /** The heads that were off. */
  off: readonly HeadPlace[];
  /** With all heads, and without those: [classes] each. */
  before: Answer;
  after: Answer;
}

export interface Answer {
  logits: Float32Array;
  probabilities: Float32Array;
}

/** The shared pass, and the pass without the heads that are off where there is one. */
export function seenHeads(
  result: ForwardResult,
  run: SwitchedRun | null,
  off: readonly HeadPlace[] = [],
): SeenHeads {
  const { config, classNames, trace, probabilities } = result;
  const before = { logits: trace['logits']!.values, probabilities };
  const attention = run?.attention ?? stackedAttention(result);
  const tokens = trace['embedded']!.shape[0]!;
  const shape: AttentionShape = [config.depth, config.numHeads, tokens];
  const [grid, { patchSize }] = [gridSide(config), config];
  const distances = meanDistances(attention, shape, grid, patchSize);
  const answers = { before, after: run ?? before };
  return { attention, shape, grid, patchSize, distances, classNames, off, ...answers };
}

/** The attention weights of all blocks in one array: [L, H, T, T]. */
function stackedAttention({ config, trace }: ForwardResult): Float32Array {
  const parts = Array.from(
    { length: config.depth },
    (_, block) => trace[`blocks.${block}.attention.weights`]!.values,
  );
  const all = new Float32Array(parts.length * parts[0]!.length);
  parts.forEach((part, block) => all.set(part, block * part.length));
  return all;
}

/** What one query gives to each patch in one head, [N]; the query is a patch from 0, or null for the class token. */
export function patchWeights(
  { attention, shape: [, heads, tokens], grid }: SeenHeads,
  [block, head]: readonly [number, number],
  query: number | null,
): Float32Array {
  const first = tokens - grid ** 2;
  const row = query === null ? 0 : first + query;
  const start = ((block * heads + head) * tokens + row) * tokens;
  return attention.subarray(start + first, start + tokens);
}

/** The index of the largest number. */
export function indexOfLargest(values: ArrayLike<number>): number {
  let best = 0;
  for (let i = 1; i < values.length; i++) if (values[i]! > values[best]!) best = i;
  return best;
}
