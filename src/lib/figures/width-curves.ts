/** A figure of the head width K, divided and not, as markup; widths are powers of two. */
import { escapeMarkup } from './markup.ts';
import { linearScale, linePath, roundTicks, tenth } from './scale.ts';

export interface WidthCurves {
  widths: readonly number[];
  divided: readonly number[];
  undivided: readonly number[];
  /** Index of the chosen width. */
  chosen: number;
  /** Powers of ten at the two ends of a logarithmic scale; a linear one from 0 without it. */
  powers?: readonly [low: number, high: number];
  /** The text summary. */
  name: string;
}

interface Size {
  width: number;
  height: number;
}

const margin = { left: 44, right: 76, top: 14, bottom: 26 };

export function widthCurves(data: WidthCurves, { width, height }: Size): string {
  const { widths, divided, undivided, chosen, name } = data;
  const last = widths.length - 1;
  const x = linearScale([0, last], [margin.left, width - margin.right]);
  const across = [margin.left, width - margin.right] as const;
  const { y, ticks } = vertical(data, height);
  const grid = ticks.map(
    ({ at, words }) =>
      `<path d="M${across[0]} ${tenth(at)}H${across[1]}" stroke="var(--rule)"/>` +
      `<text x="${across[0] - 8}" y="${tenth(at) + 4}" text-anchor="end">${words}</text>`,
  );
  const below = widths.map((value, i) =>
    i % 2 === 0
      ? `<text x="${tenth(x(i))}" y="${height - 6}" text-anchor="middle">${value}</text>`
      : '',
  );
  const curve = (values: readonly number[]) =>
    linePath(values.map((value, i) => [x(i), y(value)] as const));
  const ends = apart(y(divided[last]!), y(undivided[last]!));
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(name)}">` +
    grid.join('') +
    below.join('') +
    `<text x="${width}" y="${height - 6}" text-anchor="end">K</text>` +
    `<path d="${curve(undivided)}" fill="none" stroke="var(--ink-2)" stroke-width="1.5" stroke-dasharray="4 2"/>` +
    `<path d="${curve(divided)}" fill="none" stroke="var(--ink)" stroke-width="2"/>` +
    `<text x="${across[1] + 8}" y="${tenth(ends[0]) + 4}" style="fill:var(--ink)">divided</text>` +
    `<text x="${across[1] + 8}" y="${tenth(ends[1]) + 4}">not divided</text>` +
    [divided, undivided].map((values) => ring(x(chosen), y(values[chosen]!))).join('') +
    '</svg>'
  );
}

/** The places of two labels at the ends of curves, at least a line apart. */
function apart(first: number, second: number): [number, number] {
  const gap = 15;
  const missing = Math.max(0, gap - Math.abs(first - second)) / 2;
  const sign = first <= second ? 1 : -1;
  return [first - sign * missing, second + sign * missing];
}

function ring(cx: number, cy: number): string {
  const circle = (stroke: string, width: number) =>
    `<circle cx="${tenth(cx)}" cy="${tenth(cy)}" r="5.5" fill="none" stroke="var(--${stroke})" stroke-width="${width}"/>`;
  return circle('paper', 5) + circle('accent', 2.5);
}

/** The scale that runs up, and its ticks. */
function vertical({ divided, undivided, powers }: WidthCurves, height: number) {
  const span = [height - margin.bottom, margin.top] as const;
  if (!powers) {
    const most = Math.max(...divided, ...undivided);
    const y = linearScale([0, most], span);
    return {
      y,
      ticks: roundTicks(0, most, 3).map((value) => ({ at: y(value), words: `${value}` })),
    };
  }
  const [low, high] = powers;
  const scale = linearScale(powers, span);
  const y = (value: number) => scale(Math.max(low, Math.min(high, Math.log10(value || 1e-99))));
  const step = Math.ceil((high - low) / 4);
  const ticks = Array.from({ length: Math.floor((high - low) / step) + 1 }, (_, i) => {
    const power = high - i * step;
    return { at: scale(power), words: power === 0 ? '1' : `1e${String(power).replace('-', '−')}` };
  });
  return { y, ticks };
}
