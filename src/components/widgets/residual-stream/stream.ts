/** The residual stream in numbers: how long it is, and what each branch adds. */
import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import type { BranchStep } from '../../../lib/figures/branch-lengths-figure.ts';
import { stationsOf } from '../../../lib/figures/stream.ts';

export const followed = ['class token', 'mean of the patches'] as const;
export type Followed = (typeof followed)[number];

export interface Step extends BranchStep {
  /** Cosine of the angle between the branch and the stream that it is added to. */
  cosine: number;
}

/** Every branch in order; lengths and cosines of one token, or their means over the patches. */
export function stepsOf({ trace, config }: ForwardResult, which: Followed): Step[] {
  const stations = stationsOf(trace, config.depth);
  const [T, D] = stations[0]!.stream.shape as [number, number];
  const tokens = which === 'class token' ? [0] : Array.from({ length: T - 1 }, (_, i) => i + 1);
  return stations.slice(1).map(({ stream, added }, i) => {
    const rows = [stations[i]!.stream, added!, stream].map(({ values }) => values);
    const mean = (of: (rows: number[][]) => number) =>
      tokens.reduce((sum, t) => sum + of(rows.map((values) => rowOf(values, t, D))), 0) /
      tokens.length;
    return {
      branch: i % 2 === 0 ? 'attention' : 'MLP',
      block: Math.floor(i / 2),
      before: mean(([z]) => length(z!)),
      added: mean(([, f]) => length(f!)),
      after: mean(([, , sum]) => length(sum!)),
      cosine: mean(([z, f]) => dot(z!, f!) / (length(z!) * length(f!) || 1)),
    };
  });
}

const rowOf = (values: ArrayLike<number>, row: number, width: number): number[] =>
  Array.from({ length: width }, (_, d) => values[row * width + d]!);

function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

const length = (a: ArrayLike<number>): number => Math.sqrt(dot(a, a));

/** What is to be seen, in a sentence. */
export function seen(steps: readonly Step[], which: Followed): string {
  const first = steps[0]!;
  const last = steps.at(-1)!;
  const most = steps.reduce((a, b) => (b.added > a.added ? b : a));
  const who = which === 'class token' ? 'The class token' : 'The mean patch';
  const name = most.branch === 'MLP' ? 'MLP' : 'attention';
  return (
    `${who} enters the blocks with length ${first.before.toFixed(2)} and leaves them with ${last.after.toFixed(2)}. ` +
    `Block ${most.block + 1}’s ${name} adds most: a vector of length ${most.added.toFixed(2)} to one of ${most.before.toFixed(2)}, at a cosine of ${most.cosine.toFixed(2).replace('-', '−')}.`
  );
}
