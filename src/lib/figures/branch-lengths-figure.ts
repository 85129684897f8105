/** How long the residual stream is between its branches, and how long what each branch adds, as markup. */
import { escapeMarkup } from './markup.ts';
import { linearScale, linePath, roundTicks, tenth } from './scale.ts';

export interface BranchStep {
  /** "attention" or "MLP". */
  branch: string;
  /** From 0. */
  block: number;
  /** Length of the stream before the branch, of the branch, and of their sum. */
  before: number;
  added: number;
  after: number;
}

const margin = { left: 34, right: 8, top: 14, bottom: 44 };

/** The line is the stream; a bar is what a branch adds. */
export function branchLengthsFigure(
  steps: readonly BranchStep[],
  { width, height }: { width: number; height: number },
): string {
  const most = Math.max(
    1e-6,
    ...steps.flatMap(({ before, added, after }) => [before, added, after]),
  );
  const bottom = height - margin.bottom;
  const x = linearScale([0, steps.length], [margin.left, width - margin.right]);
  const y = linearScale([0, most], [bottom, margin.top]);
  const grid = roundTicks(0, most).map(
    (value) =>
      `<path d="M${margin.left} ${tenth(y(value))}H${width - margin.right}" stroke="var(--rule)"/>` +
      `<text x="${margin.left - 6}" y="${tenth(y(value)) + 4}" text-anchor="end">${value}</text>`,
  );
  const wide = (x(1) - x(0)) * 0.5;
  const bars = steps.map(
    ({ added, branch, block }, i) =>
      `<rect x="${tenth(x(i + 0.5) - wide / 2)}" y="${tenth(y(added))}" width="${tenth(wide)}" height="${tenth(bottom - y(added))}" fill="var(--ink-3)" fill-opacity="0.55"/>` +
      `<text x="${tenth(x(i + 0.5))}" y="${bottom + 16}" text-anchor="middle">${branch === 'attention' ? 'MSA' : 'MLP'}</text>` +
      (branch === 'attention'
        ? `<text x="${tenth(x(i + 1))}" y="${bottom + 33}" text-anchor="middle" fill="var(--ink)">block ${block + 1}</text>`
        : ''),
  );
  const lengths = [steps[0]!.before, ...steps.map(({ after }) => after)];
  const points = lengths.map((length, i) => [x(i), y(length)] as const);
  const dots = points.map(
    ([cx, cy]) => `<circle cx="${tenth(cx)}" cy="${tenth(cy)}" r="3.5" fill="var(--ink)"/>`,
  );
  const words = steps
    .map(
      ({ branch, block, added, after }) =>
        `block ${block + 1}, ${branch} adds ${added.toFixed(2)}, then ${after.toFixed(2)}`,
    )
    .join('; ');
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(`Length of the stream: ${lengths[0]!.toFixed(2)} at first; ${words}.`)}">` +
    grid.join('') +
    bars.join('') +
    `<path d="${linePath(points)}" fill="none" stroke="var(--ink)" stroke-width="2"/>` +
    dots.join('') +
    '</svg>'
  );
}
