/** What is missing when k filters rebuild a picture, for two sets of filters, as markup. */
import { escapeMarkup } from './markup.ts';
import { linearScale, linePath, roundTicks, tenth } from './scale.ts';

export interface ErrorCurve {
  /** Root mean square, in levels of 255, for k = 0 … K. */
  principal: readonly number[];
  random: readonly number[];
  /** k, and which set the reader looks at. */
  kept: number;
  chosen: 'principal' | 'random';
}

const margin = { left: 34, right: 12, top: 22, bottom: 36 };

export function errorCurve(data: ErrorCurve, { width, height }: { width: number; height: number }) {
  const { principal, random, kept, chosen } = data;
  const last = principal.length - 1;
  const x = linearScale([0, Math.max(1, last)], [margin.left, width - margin.right]);
  const y = linearScale([0, principal[0]! || 1], [height - margin.bottom, margin.top]);
  const line = (values: readonly number[], dash = '') =>
    `<path d="${linePath(values.map((value, k) => [x(k), y(value)] as const))}" fill="none" stroke="var(--ink)" stroke-width="2"${dash}/>`;
  const name = (text: string, values: readonly number[], at: number) =>
    `<text x="${tenth(x(at)) + 6}" y="${tenth(y(values[Math.round(at)]!)) - 8}" fill="var(--ink)" stroke="var(--paper)" stroke-width="4" paint-order="stroke">${text}</text>`;
  const [cx, cy] = [tenth(x(kept)), tenth(y(data[chosen][kept]!))];
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(summary(data))}">` +
    axes(data, x, y, width, height) +
    `<path d="M${cx} ${margin.top}V${height - margin.bottom}" stroke="var(--accent)"/>` +
    line(principal) +
    line(random, ' stroke-dasharray="5 4"') +
    name('principal', principal, last * 0.22) +
    name('random', random, last * 0.45) +
    `<circle cx="${cx}" cy="${cy}" r="6.5" fill="none" stroke="var(--paper)" stroke-width="5"/>` +
    `<circle cx="${cx}" cy="${cy}" r="6.5" fill="none" stroke="var(--accent)" stroke-width="2.5"/>` +
    '</svg>'
  );
}

type Scale = (value: number) => number;

function axes({ principal }: ErrorCurve, x: Scale, y: Scale, width: number, height: number) {
  const lines = roundTicks(0, principal[0]!).map(
    (value) =>
      `<path d="M${margin.left} ${tenth(y(value))}H${width - margin.right}" stroke="var(--rule)"/>` +
      `<text x="${margin.left - 6}" y="${tenth(y(value)) + 4}" text-anchor="end">${value}</text>`,
  );
  const last = principal.length - 1;
  const ticks = roundTicks(0, last)
    .filter((k) => k < 0.7 * last)
    .map(
      (k) =>
        `<text x="${tenth(x(k))}" y="${height - margin.bottom + 18}" text-anchor="middle">${k}</text>`,
    );
  return (
    lines.join('') +
    ticks.join('') +
    `<text x="0" y="11">levels of 255</text>` +
    `<text x="${width - margin.right}" y="${height - margin.bottom + 18}" text-anchor="end">filters</text>`
  );
}

function summary({ principal, random, kept }: ErrorCurve): string {
  const at = (values: readonly number[]) => values[kept]!.toFixed(1);
  return `Error of the rebuilt picture against the number of filters, in levels of 255. With ${kept} of ${principal.length - 1}: principal components ${at(principal)}, random directions ${at(random)}; with none ${principal[0]!.toFixed(1)}.`;
}
