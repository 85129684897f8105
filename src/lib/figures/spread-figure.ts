/** A mark for each number of a few samples along one scale from 0, with the means: plain numbers in, a string out. */
import { escapeMarkup } from './markup.ts';
import { linearScale, roundTicks, tenth } from './scale.ts';

export interface SpreadRow {
  name: string;
  values: ArrayLike<number>;
  mean: number;
}

const margin = { left: 8, right: 62, top: 4, bottom: 24 };
const rowHeight = 44;

/** Parts of 1, written in percent. */
export function spreadFigure(name: string, rows: readonly SpreadRow[], width: number): string {
  const height = margin.top + margin.bottom + rows.length * rowHeight;
  const top = Math.max(1e-6, ...rows.flatMap(({ values }) => Array.from(values)));
  const x = linearScale([0, top], [margin.left, width - margin.right]);
  const bottom = height - margin.bottom;
  const grid = roundTicks(0, top).map(
    (value) =>
      `<path d="M${tenth(x(value))} ${margin.top}V${bottom}" stroke="var(--rule)"/>` +
      `<text x="${tenth(x(value))}" y="${bottom + 16}" text-anchor="${value === 0 ? 'start' : 'middle'}">${percent(value, 0)}</text>`,
  );
  const drawn = rows.map((row, i) => line(row, margin.top + i * rowHeight, x));
  const words = rows.map((row) => `${row.name}: mean ${percent(row.mean)}`).join(', ');
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(`${name}. ${words}`)}">` +
    `${grid.join('')}${drawn.join('')}</svg>`
  );
}

function line({ name, values, mean }: SpreadRow, top: number, x: (value: number) => number) {
  const y = top + 30;
  const marks = Array.from(values, (value) => `M${tenth(x(value))} ${y - 7}v14`).join('');
  const last = Math.max(...Array.from(values));
  return (
    `<text x="${margin.left}" y="${top + 14}" stroke="var(--paper)" stroke-width="4" paint-order="stroke">${escapeMarkup(name)}</text>` +
    `<path d="${marks}" stroke="var(--ink-3)" opacity="0.6"/>` +
    `<path d="M${tenth(x(mean))} ${y - 11}v22" stroke="var(--ink)" stroke-width="2.5"/>` +
    `<text x="${tenth(x(last)) + 9}" y="${y + 4}" style="fill:var(--ink)">${percent(mean)}</text>`
  );
}

const percent = (value: number, digits = 1) => `${(100 * value).toFixed(digits)} %`;
