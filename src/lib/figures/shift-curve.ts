/** How far a convolution's responses and a patch embedding's tokens are from having moved along, for every shift. */
import { escapeMarkup } from './markup.ts';
import { linearScale, linePath, tenth } from './scale.ts';
import { scientific } from './small-numbers.ts';

export interface ShiftCurve {
  /** Shares of the largest magnitude, for each shift from 0 on, pixels. */
  convolution: readonly number[];
  tokens: readonly number[];
  /** P. */
  patchSize: number;
  /** The reader's shift. */
  chosen: number;
}

const margin = { left: 40, right: 84, top: 34, bottom: 42 };

export function shiftCurve(data: ShiftCurve, { width, height }: { width: number; height: number }) {
  const { convolution, tokens, patchSize, chosen } = data;
  const last = tokens.length - 1;
  const x = linearScale([0, last], [margin.left, width - margin.right]);
  const y = linearScale([0, Math.max(1, ...tokens)], [height - margin.bottom, margin.top]);
  const path = (values: readonly number[]) => linePath(values.map((v, k) => [x(k), y(v)] as const));
  const peak = tokens.indexOf(Math.max(...tokens));
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(summary(data))}">` +
    axes(last, patchSize, x, y, width, height) +
    `<path d="M${tenth(x(chosen))} ${margin.top}V${height - margin.bottom}" stroke="var(--accent)"/>` +
    `<path d="${path(convolution)}" fill="none" stroke="var(--ink)" stroke-width="2"/>` +
    `<path d="${path(tokens)}" fill="none" stroke="var(--patch)" stroke-width="2"/>` +
    dots(tokens, x, y) +
    name('convolution', width - margin.right + 8, y(convolution[last]!) + 4, 'start', '--ink') +
    name('patch tokens', x(peak), y(tokens[peak]!) - 12, 'middle', '--patch') +
    ring(x(chosen), y(tokens[chosen]!)) +
    '</svg>'
  );
}

type Scale = (value: number) => number;

function axes(last: number, patchSize: number, x: Scale, y: Scale, width: number, height: number) {
  const lines = [0, 0.5, 1].map(
    (value) =>
      `<path d="M${margin.left} ${tenth(y(value))}H${width - margin.right}" stroke="var(--rule)"/>` +
      `<text x="${margin.left - 6}" y="${tenth(y(value)) + 4}" text-anchor="end">${value * 100} %</text>`,
  );
  const multiples = Array.from(
    { length: Math.floor(last / patchSize) + 1 },
    (_, i) => i * patchSize,
  );
  const ticks = multiples.map(
    (k) =>
      `<path d="M${tenth(x(k))} ${height - margin.bottom}v5" stroke="var(--rule-2)"/>` +
      `<text x="${tenth(x(k))}" y="${height - margin.bottom + 18}" text-anchor="middle">${k}</text>`,
  );
  return (
    lines.join('') +
    ticks.join('') +
    `<text x="0" y="11">difference, of the largest</text>` +
    `<text x="${width}" y="${height - 2}" text-anchor="end">pixels shifted</text>`
  );
}

function name(text: string, x: number, y: number, anchor: 'start' | 'middle', ink: string): string {
  return `<text x="${tenth(x)}" y="${tenth(y)}" text-anchor="${anchor}" fill="var(${ink})" stroke="var(--paper)" stroke-width="4" paint-order="stroke">${text}</text>`;
}

function dots(values: readonly number[], x: Scale, y: Scale): string {
  const circles = values.map((v, k) => `<circle cx="${tenth(x(k))}" cy="${tenth(y(v))}" r="3"/>`);
  return `<g fill="var(--patch)">${circles.join('')}</g>`;
}

function ring(cx: number, cy: number): string {
  const at = `cx="${tenth(cx)}" cy="${tenth(cy)}" r="6.5" fill="none"`;
  return `<circle ${at} stroke="var(--paper)" stroke-width="5"/><circle ${at} stroke="var(--accent)" stroke-width="2.5"/>`;
}

function summary({ convolution, tokens, patchSize, chosen }: ShiftCurve): string {
  const share = (value: number) => `${scientific(100 * value)} %`;
  return `Difference after a shift, as a share of the largest number. Convolution: at most ${share(Math.max(...convolution))} at any shift. Patch tokens: ${share(tokens[chosen]!)} at ${chosen} pixels, at most ${share(Math.max(...tokens))}; back to ${share(tokens[patchSize] ?? 0)} at ${patchSize}.`;
}
