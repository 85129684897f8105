/** Two values in the plane and the output that lies between them, as markup. */
import { escapeMarkup } from './markup.ts';
import { linearScale, roundTicks, tenth } from './scale.ts';

export interface TwoTokens {
  /** Of the two tokens; positive, they sum to 1. */
  weights: readonly number[];
  /** Two numbers each. */
  values: readonly (readonly [x: number, y: number])[];
}

interface Size {
  width: number;
  height: number;
}

/** Largest number along either axis. */
const most = [5, 4] as const;
const margin = { left: 26, right: 8, top: 16, bottom: 24 };

/** The weighted sum of the values. */
export function mixedValue(
  weights: readonly number[],
  values: TwoTokens['values'],
): [number, number] {
  const along = (axis: 0 | 1) =>
    values.reduce((total, value, i) => total + weights[i]! * value[axis], 0);
  return [along(0), along(1)];
}

/** The values as open circles, the output on the line from one to the other. */
export function twoTokensFigure({ weights, values }: TwoTokens, { width, height }: Size): string {
  const x = linearScale([0, most[0]], [margin.left, width - margin.right]);
  const y = linearScale([0, most[1]], [height - margin.bottom, margin.top]);
  const at = ([a, b]: readonly [number, number]) => [tenth(x(a)), tenth(y(b))] as const;
  const [first, second] = values.map(at);
  const [cx, cy] = at(mixedValue(weights, values));
  const grid = roundTicks(0, most[1]).map(
    (value) =>
      `<path d="M${margin.left} ${tenth(y(value))}H${width - margin.right}" stroke="var(--rule)"/>` +
      `<text x="${margin.left - 6}" y="${tenth(y(value)) + 4}" text-anchor="end">${value}</text>`,
  );
  const across = roundTicks(0, most[0]).map(
    (value) =>
      `<text x="${tenth(x(value))}" y="${height - 6}" text-anchor="middle">${value}</text>`,
  );
  const dots = [first!, second!].map(
    ([dx, dy], i) =>
      `<circle cx="${dx}" cy="${dy}" r="5" fill="var(--paper)" stroke="var(--value)" stroke-width="2"/>` +
      `<text x="${dx}" y="${dy - 10}" text-anchor="middle" style="fill:var(--value)">value ${i + 1}</text>`,
  );
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(summary({ weights, values }))}">` +
    grid.join('') +
    across.join('') +
    `<path d="M${first!.join(' ')}L${second!.join(' ')}" stroke="var(--rule-2)"/>` +
    dots.join('') +
    `<circle cx="${cx}" cy="${cy}" r="5" fill="var(--ink)"/>` +
    `<text x="${cx}" y="${cy + 20}" text-anchor="middle" style="fill:var(--ink)">output</text>` +
    '</svg>'
  );
}

function summary({ weights, values }: TwoTokens): string {
  const point = (pair: readonly number[]) => pair.map((one) => +one.toFixed(2)).join(', ');
  return `Two values in the plane, ${values.map(point).join(' and ')}, and the output between them, ${point(mixedValue(weights, values))}.`;
}
