/** Two vectors against each other, number by number, as markup: equal ones lie on the diagonal. */
import { escapeMarkup } from './markup.ts';
import { linearScale, roundTicks, tenth } from './scale.ts';
import { scientific } from './small-numbers.ts';

export interface AgreementFigure {
  /** What runs across, and what runs up. */
  across: { name: string; values: ArrayLike<number> };
  up: { name: string; values: ArrayLike<number> };
}

const margin = { left: 34, right: 8, top: 8, bottom: 36 };

export function agreementFigure({ across, up }: AgreementFigure, side: number): string {
  const all = [...Array.from(across.values), ...Array.from(up.values)].map(Math.abs);
  const most = Math.max(...all, 1e-6) * 1.05;
  const x = linearScale([-most, most], [margin.left, side - margin.right]);
  const y = linearScale([-most, most], [side - margin.bottom, margin.top]);
  const ticks = roundTicks(-most, most);
  const lines = ticks.map(
    (value) =>
      `<path d="M${margin.left} ${tenth(y(value))}H${side - margin.right}" stroke="var(--rule)"/>` +
      `<text x="${margin.left - 6}" y="${tenth(y(value)) + 4}" text-anchor="end">${label(value)}</text>` +
      `<text x="${tenth(x(value))}" y="${side - margin.bottom + 16}" text-anchor="middle">${label(value)}</text>`,
  );
  const dots = Array.from(
    across.values,
    (value, i) => `<circle cx="${tenth(x(value))}" cy="${tenth(y(up.values[i]!))}" r="3"/>`,
  );
  const diagonal = `M${tenth(x(-most))} ${tenth(y(-most))}L${tenth(x(most))} ${tenth(y(most))}`;
  return (
    `<svg viewBox="0 0 ${side} ${side}" width="${side}" height="${side}" role="img" aria-label="${escapeMarkup(summary({ across, up }))}">` +
    lines.join('') +
    `<path d="${diagonal}" stroke="var(--rule-2)"/>` +
    `<g fill="var(--out)">${dots.join('')}</g>` +
    `<text x="${side - margin.right}" y="${side - 4}" text-anchor="end">${escapeMarkup(across.name)} →</text>` +
    `<text x="${margin.left + 4}" y="${margin.top + 8}">↑ ${escapeMarkup(up.name)}</text>` +
    '</svg>'
  );
}

/** The largest difference of two vectors. */
export function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(...Array.from(a, (value, i) => Math.abs(value - b[i]!)));
}

function summary({ across, up }: AgreementFigure): string {
  const difference = scientific(largestDifference(across.values, up.values));
  return `${across.values.length} numbers: ${across.name} against ${up.name}. The largest difference is ${difference}.`;
}

const label = (value: number) => String(value).replace('-', '−');
