/** How long a few ways of doing the same took: every run, the middle half, and the median, as markup. */
import { escapeMarkup } from './markup.ts';
import { linearScale, roundTicks, tenth } from './scale.ts';

export interface TimeRow {
  name: string;
  /** Milliseconds, one for each run. */
  runs: readonly number[];
}

export interface Spread {
  median: number;
  /** A quarter of the runs is faster, a quarter slower. */
  lower: number;
  upper: number;
}

/** By linear interpolation between the sorted runs. @throws RangeError without runs. */
export function spreadOf(runs: readonly number[]): Spread {
  if (runs.length === 0) throw new RangeError('spread: there are 0 runs, at least 1 is needed');
  const sorted = [...runs].sort((a, b) => a - b);
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = Math.floor(place);
    const above = Math.min(below + 1, sorted.length - 1);
    return sorted[below]! + (place - below) * (sorted[above]! - sorted[below]!);
  };
  return { median: at(0.5), lower: at(0.25), upper: at(0.75) };
}

const margin = { left: 8, right: 64, top: 4, bottom: 26 };
const rowHeight = 52;

export const timeHeight = (rows: number) => margin.top + margin.bottom + rows * rowHeight;

export function timeFigure(rows: readonly TimeRow[], width: number): string {
  const height = timeHeight(rows.length);
  const bottom = height - margin.bottom;
  const most = Math.max(1, ...rows.flatMap(({ runs }) => runs));
  const x = linearScale([0, most], [margin.left, width - margin.right]);
  const grid = roundTicks(0, most).map(
    (value) =>
      `<path d="M${tenth(x(value))} ${margin.top}V${bottom}" stroke="var(--rule)"/>` +
      `<text x="${tenth(x(value))}" y="${bottom + 17}" text-anchor="${value === 0 ? 'start' : 'middle'}">${value}</text>`,
  );
  const words = rows
    .filter(({ runs }) => runs.length > 0)
    .map(({ name, runs }) => `${name} ${spreadOf(runs).median.toFixed(1)} ms`);
  const label = `Medians: ${words.length > 0 ? words.join(', ') : 'nothing has been measured yet'}.`;
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(label)}">` +
    grid.join('') +
    `<text x="${width}" y="${bottom + 17}" text-anchor="end">ms</text>` +
    rows.map((row, i) => line(row, margin.top + i * rowHeight, x)).join('') +
    '</svg>'
  );
}

function line({ name, runs }: TimeRow, top: number, x: (value: number) => number): string {
  const y = top + 34;
  const title = `<text x="${margin.left}" y="${top + 16}" fill="var(--ink)" stroke="var(--paper)" stroke-width="4" paint-order="stroke">${escapeMarkup(name)}</text>`;
  if (runs.length === 0) return title;
  const { median, lower, upper } = spreadOf(runs);
  const dots = runs.map(
    (run) => `<circle cx="${tenth(x(run))}" cy="${y}" r="2.5" fill="var(--ink-3)"/>`,
  );
  return (
    title +
    `<path d="M${tenth(x(lower))} ${y}H${tenth(x(upper))}" stroke="var(--ink)" stroke-opacity="0.3" stroke-width="9"/>` +
    dots.join('') +
    `<path d="M${tenth(x(median))} ${y - 8}V${y + 8}" stroke="var(--ink)" stroke-width="2.5"/>` +
    `<text x="${tenth(x(Math.max(median, upper, ...runs)) + 8)}" y="${y + 4}" fill="var(--ink)">${median.toFixed(1)}</text>`
  );
}
