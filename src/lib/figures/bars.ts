/** Named numbers as horizontal bars, a line each: plain numbers in, a string out. */
import { escapeMarkup } from './markup.ts';
import { linearScale, tenth } from './scale.ts';

export interface Bar {
  name: string;
  value: number;
  /** Drawn in the output's hue; the others in grey. */
  chosen?: boolean;
}

export interface Bars {
  /** What the numbers are. */
  name: string;
  bars: readonly Bar[];
  /** The ends of the scale; 0 lies between them. */
  range: readonly [low: number, high: number];
  /** A number in words. */
  text: (value: number) => string;
  /** Pixels kept for the names. */
  names: number;
}

const rowHeight = 22;
const end = 58;

export const barsHeight = (count: number) => count * rowHeight;

export function barsFigure({ name, bars, range, text, names }: Bars, width: number): string {
  const height = barsHeight(bars.length);
  const x = linearScale(range, [names + (range[0] < 0 ? end : 0), width - end]);
  const zero = tenth(x(0));
  const rows = bars.map(({ name: label, value, chosen }, i) => {
    const [top, right] = [i * rowHeight + 5, tenth(x(value))];
    const ink = chosen ? 'var(--out)' : 'var(--ink-3)';
    const [anchor, at] = value < 0 ? ['end', right - 6] : ['start', right + 6];
    return (
      `<text x="0" y="${top + 10}"${chosen ? ' style="fill:var(--ink)"' : ''}>${escapeMarkup(label)}</text>` +
      `<path d="M${zero} ${top}H${right}v12H${zero}z" fill="${ink}"/>` +
      `<text x="${at}" y="${top + 10}" text-anchor="${anchor}" style="fill:var(--ink)">${text(value)}</text>`
    );
  });
  const words = bars.map(({ name: label, value }) => `${label} ${text(value)}`).join(', ');
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(`${name}: ${words}`)}">` +
    `<path d="M${zero} 0V${height}" stroke="var(--rule-2)"/>${rows.join('')}</svg>`
  );
}
