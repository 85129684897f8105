/** How far each head looks, block by block, as markup: the mean attention distance in pixels. */
import { escapeMarkup } from './markup.ts';
import { linearScale, roundTicks, tenth } from './scale.ts';

export interface HeadDistance {
  /** Pixels. */
  mean: number;
  /** The least and the most over several pictures; null for a single picture. */
  range: readonly [least: number, most: number] | null;
}

export interface HeadDistanceFigure {
  /** [L][H]. */
  blocks: readonly (readonly HeadDistance[])[];
  /** The distance of equal weights, pixels. */
  even: number;
  /** The chosen block and head, from 0. */
  chosen: readonly [block: number, head: number];
}

interface Size {
  width: number;
  height: number;
}

const margin = { left: 26, right: 4, top: 20, bottom: 24 };

/** A ring with its head's number stands for each head; a line behind it reaches from the least to the most. */
export function headDistanceFigure(data: HeadDistanceFigure, { width, height }: Size): string {
  const { blocks, even } = data;
  const all = blocks.flat();
  const ends = all.flatMap(({ mean, range }) => range ?? [mean]);
  const scale = [0.94 * Math.min(even, ...ends), 1.04 * Math.max(even, ...ends)] as const;
  const y = linearScale(scale, [height - margin.bottom, margin.top]);
  const column = (width - margin.left - margin.right) / blocks.length;
  const drawn = blocks.map((heads, block) => {
    const pitch = Math.min(26, column / (heads.length + 0.4));
    const middle = margin.left + (block + 0.5) * column;
    const at = (head: number) => tenth(middle + (head - (heads.length - 1) / 2) * pitch);
    const label = `<text x="${tenth(middle)}" y="${height - 6}" text-anchor="middle">block ${block + 1}</text>`;
    const marks = heads.map((head, index) => {
      const isChosen = block === data.chosen[0] && index === data.chosen[1];
      return mark(head, index, { x: at(index), y, radius: Math.min(9, pitch / 2 - 1), isChosen });
    });
    return label + marks.join('');
  });
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(summary(data))}">` +
    axis(scale, even, y, width) +
    drawn.join('') +
    '</svg>'
  );
}

function axis(
  [low, high]: readonly [number, number],
  even: number,
  y: (value: number) => number,
  width: number,
): string {
  const right = width - margin.right;
  const lines = roundTicks(low, high, 4).map(
    (value) =>
      `<path d="M${margin.left} ${tenth(y(value))}H${right}" stroke="var(--rule)"/>` +
      `<text x="${margin.left - 6}" y="${tenth(y(value)) + 4}" text-anchor="end">${value}</text>`,
  );
  const level = tenth(y(even));
  return (
    lines.join('') +
    `<text x="0" y="10">pixels</text>` +
    `<path d="M${margin.left} ${level}H${right}" stroke="var(--ink-2)" stroke-dasharray="4 3"/>` +
    `<text x="${right}" y="10" text-anchor="end">dashed: equal weights, ${even.toFixed(1)}</text>`
  );
}

interface Place {
  x: number;
  y: (value: number) => number;
  radius: number;
  isChosen: boolean;
}

function mark({ mean, range }: HeadDistance, index: number, { x, y, radius, isChosen }: Place) {
  const middle = tenth(y(mean));
  const reach = range
    ? `<path d="M${x} ${tenth(y(range[0]))}V${tenth(y(range[1]))}" stroke="var(--ink-3)" stroke-width="1.5"/>`
    : '';
  const ring = isChosen ? ['var(--accent)', 2.5] : ['var(--ink)', 1.5];
  return (
    reach +
    `<circle cx="${x}" cy="${middle}" r="${tenth(radius)}" fill="var(--paper)" stroke="${ring[0]}" stroke-width="${ring[1]}"/>` +
    `<text x="${x}" y="${middle + 4}" text-anchor="middle" style="fill:var(--ink)">${index + 1}</text>`
  );
}

function summary({ blocks, even }: HeadDistanceFigure): string {
  const rows = blocks.map(
    (heads, block) => `block ${block + 1}: ${heads.map(({ mean }) => mean.toFixed(1)).join(', ')}`,
  );
  return `Mean attention distance of each head in pixels. ${rows.join('; ')}. Equal weights: ${even.toFixed(1)}.`;
}
