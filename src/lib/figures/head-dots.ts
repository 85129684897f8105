/** Effective tokens of every head, with the division and without, as markup: a line for each head. */
import { escapeMarkup } from './markup.ts';
import { linearScale, tenth } from './scale.ts';

export interface HeadDots {
  /** Block after block, [L · H]. */
  heads: readonly { divided: number; undivided: number }[];
  /** H and T. */
  perBlock: number;
  tokens: number;
  /** The text summary. */
  name: string;
}

const margin = { left: 62, right: 10, top: 20, bottom: 24 };
const rowHeight = 15;
const blockGap = 7;

/** Height of the figure, pixels. */
export const headDotsHeight = (heads: number, perBlock: number): number =>
  margin.top + margin.bottom + heads * rowHeight + (heads / perBlock) * blockGap;

export function headDots({ heads, perBlock, tokens, name }: HeadDots, width: number): string {
  const height = headDotsHeight(heads.length, perBlock);
  const x = linearScale([0, Math.log(tokens)], [margin.left, width - margin.right]);
  const place = (effective: number) => tenth(x(Math.log(Math.max(1, effective))));
  const base = height - margin.bottom;
  const ticks = [1, 2, 5, 10, 20, 50, 100].filter((value) => value <= tokens);
  const grid = ticks.map(
    (value) =>
      `<path d="M${place(value)} ${margin.top}V${base}" stroke="var(--rule)"/>` +
      `<text x="${place(value)}" y="${base + 16}" text-anchor="middle">${value}</text>`,
  );
  const rows = heads.map(({ divided, undivided }, i) => {
    const block = Math.floor(i / perBlock);
    const y = margin.top + i * rowHeight + block * blockGap + rowHeight / 2;
    const label = i % perBlock === 0 ? `<text x="0" y="${y + 4}">block ${block + 1}</text>` : '';
    return (
      label +
      `<path d="M${place(undivided)} ${y}H${place(divided)}" stroke="var(--rule-2)"/>` +
      `<circle cx="${place(undivided)}" cy="${y}" r="3.5" fill="var(--paper)" stroke="var(--ink)" stroke-width="1.5"/>` +
      `<circle cx="${place(divided)}" cy="${y}" r="4" fill="var(--ink)"/>`
    );
  });
  const first = heads[0]!;
  const top = margin.top - 8;
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(name)}">` +
    grid.join('') +
    `<text x="${place(first.undivided)}" y="${top}" text-anchor="middle">not divided</text>` +
    `<text x="${place(first.divided)}" y="${top}" text-anchor="middle" style="fill:var(--ink)">divided</text>` +
    rows.join('') +
    '</svg>'
  );
}
