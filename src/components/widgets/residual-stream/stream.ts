/** The residual stream in numbers: how long it is, and what each branch adds. */
import type { ForwardResult } from '../../../lib/engine/computations/forward.ts';
import type { StreamStep } from '../../../lib/figures/branch-lengths-figure.ts';

export const followed = ['class token', 'mean of the patches'] as const;
export type Followed = (typeof followed)[number];

export interface Step extends StreamStep {
  /** Cosine of the angle between the branch and the stream that it is added to. */
  cosine: number;
}

/** Every branch in order; lengths and cosines of one token, or their means over the patches. */
export function stepsOf({ trace, config }: ForwardResult, which: Followed): Step[] {
  const { shape } = trace['embedded']!;
  const [T, D] = [shape[0]!, shape[1]!];
  const tokens = which === 'class token' ? [0] : Array.from({ length: T - 1 }, (_, i) => i + 1);
  const of = (name: string) => trace[name]!.values;
  const step = (before: string, branch: string, after: string) => {
    const per = tokens.map((t) => {
      const [z, f, sum] = [before, branch, after].map((name) =>
        of(name).subarray(t * D, (t + 1) * D),
      );
      const lengths = [length(z!), length(f!), length(sum!)];
      return [...lengths, dot(z!, f!) / (lengths[0]! * lengths[1]!)];
    });
    const [b, added, a, cosine] = [0, 1, 2, 3].map(
      (i) => per.reduce((sum, one) => sum + one[i]!, 0) / per.length,
    );
    return { before: b!, added: added!, after: a!, cosine: cosine! };
  };
  return Array.from({ length: config.depth }, (_, block) => {
    const at = `blocks.${block}`;
    const start = block === 0 ? 'embedded' : `blocks.${block - 1}.output`;
    return [
      { branch: 'attention', block, ...step(start, `${at}.attention.output`, `${at}.attended`) },
      { branch: 'MLP', block, ...step(`${at}.attended`, `${at}.mlp.output`, `${at}.output`) },
    ];
  }).flat();
}

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
