/** Every depth and seed that has been run: what the two figures and the sentence are made of. */
import type { GradientNormsResult } from '../../../lib/engine/computations/gradient-norms.ts';
import type { LogLine } from '../../../lib/figures/log-lines.ts';
import { scientific } from '../../../lib/figures/small-numbers.ts';
import type { Beginning, DepthSettings } from './settings.ts';

export interface Run {
  beginning: Beginning;
  depth: number;
  seed: number;
  result: GradientNormsResult;
}

/** The runs with one more; a run that is repeated takes the old one's place. */
export function withRun(runs: readonly Run[], run: Run): Run[] {
  const same = (one: Run) =>
    one.beginning === run.beginning && one.depth === run.depth && one.seed === run.seed;
  return [...runs.filter((one) => !same(one)), run];
}

const arrangements = ['pre', 'post'] as const;
export type Arrangement = (typeof arrangements)[number];
const names: Record<Arrangement, string> = { pre: 'pre-norm', post: 'post-norm' };

/** The gradient of each block: the chosen seed in ink, earlier ones of the same depth faint. */
export function byBlock(
  runs: readonly Run[],
  { beginning, depth, seed }: DepthSettings,
): LogLine[] {
  return runs
    .filter((run) => run.beginning === beginning && run.depth === depth)
    .flatMap((run) =>
      arrangements.map((which) => ({
        name: names[which],
        points: Array.from(run.result[which], (value, l) => [l + 1, value] as const),
        dashed: which === 'post',
        faint: run.seed !== seed,
      })),
    );
}

/** The gradient of the last block at every depth that has been run, a line for each seed. */
export function byDepth(runs: readonly Run[], { beginning, seed }: DepthSettings): LogLine[] {
  const own = runs.filter((run) => run.beginning === beginning);
  const seeds = [...new Set([...own.map((run) => run.seed)])];
  return seeds.flatMap((one) =>
    arrangements.map((which) => ({
      name: names[which],
      points: own
        .filter((run) => run.seed === one)
        .map((run) => [run.depth, run.result[which].at(-1)!] as const)
        .sort(([a], [b]) => a - b),
      dashed: which === 'post',
      faint: one !== seed,
    })),
  );
}

/** What this run shows. */
export function seen({ depth, result: { pre, post } }: Run): string {
  const blocks = depth === 1 ? '1 block' : `${depth} blocks`;
  const last = `With ${blocks}, the last block’s gradient is ${scientific(pre.at(-1)!)} long in pre-norm and ${scientific(post.at(-1)!)} in post-norm.`;
  if (depth === 1) return last;
  return `${last} From the last block down to the first it ${course(pre)} in pre-norm and ${course(post)} in post-norm.`;
}

function course(norms: Float32Array): string {
  const factor = norms[0]! / norms.at(-1)!;
  if (factor >= 1.1) return `grows ${times(factor)}`;
  return factor <= 1 / 1.1 ? `shrinks ${times(1 / factor)}` : 'stays the same within a tenth';
}

const times = (factor: number) => `${scientific(factor)}-fold`;

/** How the last block's gradient changes from the least to the greatest depth of a seed; null where there is one only. */
export function deepening(runs: readonly Run[], settings: DepthSettings): string | null {
  const [pre, post] = byDepth(runs, settings).filter(({ faint }) => !faint);
  if (!pre || !post || pre.points.length < 2) return null;
  const part = ({ points }: LogLine) => scientific(points.at(-1)![1] / points[0]![1]);
  return `From ${pre.points[0]![0]} to ${pre.points.at(-1)![0]} blocks the last block’s gradient changes by a factor of ${part(pre)} in pre-norm, ${part(post)} in post-norm.`;
}
