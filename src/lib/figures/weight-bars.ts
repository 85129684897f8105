/** A row of attention weights as bars, as markup: one for each key, the class token first. */
import { escapeMarkup } from './markup.ts';
import { linearScale, roundTicks, tenth } from './scale.ts';
import { tokenName } from './token-names.ts';

export interface WeightBars {
  /** The row's weights, [T]. */
  weights: ArrayLike<number>;
  /** The chosen key. */
  key: number;
  /** The text summary. */
  name: string;
}

interface Size {
  width: number;
  height: number;
}

export const barsMargin = { left: 34, right: 4, top: 22, bottom: 28 };

export function weightBars({ weights, key, name }: WeightBars, { width, height }: Size): string {
  const { left, right, top, bottom } = barsMargin;
  const row = Array.from(weights);
  const most = Math.max(...row, 1e-9);
  const base = height - bottom;
  const y = linearScale([0, most], [base, top]);
  const pitch = (width - left - right) / row.length;
  const ticks = roundTicks(0, most, 3).map(
    (value) =>
      `<path d="M${left} ${tenth(y(value))}H${width}" stroke="var(--rule)"/>` +
      `<text x="${left - 6}" y="${tenth(y(value)) + 4}" text-anchor="end">${value}</text>`,
  );
  const hue = (i: number) => (i === key ? 'key' : i === 0 ? 'cls' : 'ink-3');
  const bars = row.map(
    (value, i) =>
      `<rect x="${tenth(left + i * pitch)}" y="${tenth(y(value))}" width="${tenth(Math.max(1, pitch - 1.4))}" height="${tenth(base - y(value))}" fill="var(--${hue(i)})"/>`,
  );
  const best = row.indexOf(Math.max(...row));
  const labelAt = Math.min(Math.max(left + (best + 0.5) * pitch, left + 46), width - 50);
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(name)}">` +
    ticks.join('') +
    bars.join('') +
    `<path d="M${left} ${base + 4}H${width}" stroke="var(--ink-2)" stroke-width="1.5" stroke-dasharray="2 2"/>` +
    `<text x="${left}" y="${height - 5}" style="fill:var(--cls)">class</text>` +
    `<text x="${width}" y="${height - 5}" text-anchor="end">patches 1 to ${row.length - 1}</text>` +
    `<text x="${tenth(labelAt)}" y="${tenth(y(most)) - 7}" text-anchor="middle" style="fill:var(--ink)">${tokenName(best)}: ${most.toFixed(3)}</text>` +
    '</svg>'
  );
}
