/** A few numbers on a logarithmic scale, a labelled line for each, as markup. */
import { escapeMarkup } from './markup.ts';
import { linearScale, tenth } from './scale.ts';
import { scientific } from './small-numbers.ts';

export interface LogRow {
  name: string;
  value: number;
  /** The row that the reader has chosen. */
  chosen: boolean;
}

export interface LogDots {
  /** What the numbers are. */
  name: string;
  rows: readonly LogRow[];
  /** Powers of ten at the two ends. */
  powers: readonly [low: number, high: number];
}

const margin = { left: 8, right: 62, top: 4, bottom: 24 };
const rowHeight = 44;

/** Height of the figure, pixels. */
export const logDotsHeight = (rows: number) => margin.top + margin.bottom + rows * rowHeight;

/** Zero, and what is smaller than the scale, stands at its left end. */
export function logDots({ name, rows, powers }: LogDots, width: number): string {
  const [low, high] = powers;
  const height = logDotsHeight(rows.length);
  const x = linearScale(powers, [margin.left, width - margin.right]);
  const place = (value: number) =>
    tenth(x(Math.max(low, Math.min(high, Math.log10(value || 1e-30)))));
  const bottom = height - margin.bottom;
  const ticks = Array.from({ length: Math.floor((high - low) / 2) + 1 }, (_, i) => low + 2 * i);
  const grid = ticks.map(
    (power) =>
      `<path d="M${tenth(x(power))} ${margin.top}V${bottom}" stroke="var(--rule)"/>` +
      `<text x="${tenth(x(power))}" y="${bottom + 16}" text-anchor="${power === low ? 'start' : 'middle'}">${power === 0 ? '1' : `1e${String(power).replace('-', '−')}`}</text>`,
  );
  const drawn = rows.map((row, i) => line(row, margin.top + i * rowHeight, place));
  const words = rows.map((row) => `${row.name} ${scientific(row.value)}`).join(', ');
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(`${name}: ${words}`)}">` +
    grid.join('') +
    drawn.join('') +
    '</svg>'
  );
}

function line({ name, value, chosen }: LogRow, top: number, place: (value: number) => number) {
  const [x, y] = [place(value), top + 30];
  const ring = chosen
    ? `<circle cx="${x}" cy="${y}" r="8" fill="none" stroke="var(--accent)" stroke-width="2.5"/>`
    : '';
  return (
    `<text x="${margin.left}" y="${top + 14}" fill="var(--${chosen ? 'ink' : 'ink-2'})" stroke="var(--paper)" stroke-width="4" paint-order="stroke">${escapeMarkup(name)}</text>` +
    `<path d="M${margin.left} ${y}H${x}" stroke="var(--rule-2)"/>` +
    `<circle cx="${x}" cy="${y}" r="4" fill="var(--out)"/>${ring}` +
    `<text x="${x + 13}" y="${y + 4}" fill="var(--ink)">${scientific(value)}</text>`
  );
}
