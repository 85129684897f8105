/** How the loss of a short training falls, one line for each question asked, as markup. */
import { escapeMarkup } from './markup.ts';
import { linearScale, linePath, roundTicks, tenth } from './scale.ts';

export interface GrowthCurve {
  name: string;
  /** Cross-entropy before step 1, 2, …, nats. */
  losses: ArrayLike<number>;
  /** The one that is looked at: drawn in ink. */
  chosen: boolean;
}

export interface GrowthFigure {
  curves: readonly GrowthCurve[];
  totalSteps: number;
  /** The loss of a guess, nats: the top of the figure. */
  guess: number;
}

const margin = { left: 26, right: 74, top: 8, bottom: 26 };

export function growthFigure(
  { curves, totalSteps, guess }: GrowthFigure,
  { width, height }: { width: number; height: number },
): string {
  const bottom = height - margin.bottom;
  const top = Math.ceil(guess * 1.05);
  const x = linearScale([0, totalSteps], [margin.left, width - margin.right]);
  const y = linearScale([0, top], [bottom, margin.top]);
  const grid = roundTicks(0, top).map(
    (value) =>
      `<path d="M${margin.left} ${tenth(y(value))}H${width - margin.right}" stroke="var(--rule)"/>` +
      `<text x="${margin.left - 6}" y="${tenth(y(value)) + 4}" text-anchor="end">${value}</text>`,
  );
  const ticks = roundTicks(0, totalSteps, 3).map(
    (value) =>
      `<text x="${tenth(x(value))}" y="${bottom + 18}" text-anchor="middle">${value}</text>`,
  );
  const lines = curves.filter(({ losses }) => losses.length > 0).map((one) => curve(one, x, y));
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(summary(curves))}">` +
    grid.join('') +
    ticks.join('') +
    `<text x="${width}" y="${bottom + 18}" text-anchor="end">steps</text>` +
    lines.join('') +
    '</svg>'
  );
}

function curve(
  { name, losses, chosen }: GrowthCurve,
  x: (step: number) => number,
  y: (loss: number) => number,
): string {
  const points = Array.from(losses, (loss, i) => [x(i), y(loss)] as const);
  const [endX, endY] = points.at(-1)!;
  const [ink, thick] = chosen ? ['var(--ink)', 2] : ['var(--ink-3)', 1];
  return (
    `<path d="${linePath(points)}" fill="none" stroke="${ink}" stroke-width="${thick}"/>` +
    `<text x="${tenth(endX) + 6}" y="${tenth(endY) + (chosen ? 4 : -6)}" fill="${ink}">${escapeMarkup(name)} ${losses[losses.length - 1]!.toFixed(2)}</text>`
  );
}

function summary(curves: readonly GrowthCurve[]): string {
  const words = curves.map(({ name, losses }) =>
    losses.length === 0
      ? `${name}: nothing yet`
      : `${name}: ${losses[0]!.toFixed(2)} at first, ${losses[losses.length - 1]!.toFixed(2)} after ${losses.length} steps`,
  );
  return `Loss in nats. ${words.join('; ')}.`;
}
