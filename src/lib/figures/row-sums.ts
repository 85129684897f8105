/** What each row of weights sums to, as markup: a dot for each query, on a scale from 0 to 1. */
import { linearScale, tenth } from './scale.ts';

interface Size {
  width: number;
  height: number;
}

const margin = { left: 34, right: 6, top: 12, bottom: 28 };

export function rowSums(sums: readonly number[], { width, height }: Size): string {
  const base = height - margin.bottom;
  const x = linearScale([0, sums.length - 1], [margin.left + 4, width - margin.right]);
  const y = linearScale([0, 1], [base, margin.top]);
  const ticks = [0, 0.5, 1].map(
    (value) =>
      `<path d="M${margin.left} ${tenth(y(value))}H${width}" stroke="var(--rule)"/>` +
      `<text x="${margin.left - 6}" y="${tenth(y(value)) + 4}" text-anchor="end">${value}</text>`,
  );
  const dots = sums.map((sum, i) => `<circle cx="${tenth(x(i))}" cy="${tenth(y(sum))}" r="2.5"/>`);
  const [low, high] = [Math.min(...sums), Math.max(...sums)].map((sum) => sum.toFixed(3));
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="Sums of ${sums.length} rows, from ${low} to ${high}.">` +
    ticks.join('') +
    `<g fill="var(--ink)">${dots.join('')}</g>` +
    `<path d="M${margin.left} ${base + 5}H${width}" stroke="var(--ink-2)" stroke-width="1.5" stroke-dasharray="2 2"/>` +
    `<text x="${margin.left}" y="${height - 5}" style="fill:var(--cls)">class</text>` +
    `<text x="${width}" y="${height - 5}" text-anchor="end">patches 1 to ${sums.length - 1}</text>` +
    '</svg>'
  );
}
