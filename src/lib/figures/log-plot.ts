/** Lines on two logarithmic axes, named at their ends, as markup: plain numbers in, a string out. */
import { escapeMarkup } from './markup.ts';
import { linearScale, linePath, tenth } from './scale.ts';

export type Point = readonly [x: number, y: number];

export interface LogLine {
  name: string;
  points: readonly Point[];
  dashed?: boolean;
}

export interface LogMark {
  at: Point;
  text: string;
  /** Chosen by the reader: a red ring. */
  chosen?: boolean;
  /** Where the text stands. */
  side?: 'left' | 'right';
}

export interface LogAxis {
  /** Both ends, above 0. */
  domain: readonly [low: number, high: number];
  ticks: readonly { value: number; text: string }[];
  unit: string;
}

export interface LogPlot {
  /** What it shows, for those who do not see it. */
  summary: string;
  across: LogAxis;
  up: LogAxis;
  lines: readonly LogLine[];
  marks: readonly LogMark[];
  /** A vertical line at the reader's choice; null without one. */
  chosen: number | null;
}

interface Place {
  x: (value: number) => number;
  y: (value: number) => number;
  width: number;
  height: number;
}

const margin = { left: 40, right: 88, top: 22, bottom: 36 };
/** Names of lines keep this distance, pixels. */
const nameDistance = 14;

export function logPlot(plot: LogPlot, { width, height }: { width: number; height: number }) {
  const x = logScale(plot.across.domain, [margin.left, width - margin.right]);
  const y = logScale(plot.up.domain, [height - margin.bottom, margin.top]);
  const place = { x, y, width, height };
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(plot.summary)}">` +
    axes(plot, place) +
    chosenLine(plot.chosen, place) +
    plot.lines.map((line) => curve(line, place)).join('') +
    names(plot.lines, place) +
    plot.marks.map((mark) => marked(mark, place)).join('') +
    '</svg>'
  );
}

function logScale(domain: readonly [number, number], range: readonly [number, number]) {
  const scale = linearScale([Math.log10(domain[0]), Math.log10(domain[1])], range);
  return (value: number) => scale(Math.log10(value));
}

function axes({ across, up }: LogPlot, { x, y, width, height }: Place): string {
  const bottom = height - margin.bottom;
  const lines = up.ticks.map(
    ({ value, text }) =>
      `<path d="M${margin.left} ${tenth(y(value))}H${width - margin.right}" stroke="var(--rule)"/>` +
      `<text x="${margin.left - 6}" y="${tenth(y(value)) + 4}" text-anchor="end">${text}</text>`,
  );
  const ticks = across.ticks.map(
    ({ value, text }) =>
      `<text x="${tenth(x(value))}" y="${bottom + 18}" text-anchor="middle">${text}</text>`,
  );
  return (
    lines.join('') +
    ticks.join('') +
    `<text x="0" y="11">${escapeMarkup(up.unit)}</text>` +
    `<text x="${width}" y="${bottom + 18}" text-anchor="end">${escapeMarkup(across.unit)}</text>`
  );
}

function chosenLine(value: number | null, { x, height }: Place): string {
  if (value === null) return '';
  return `<path d="M${tenth(x(value))} ${margin.top}V${height - margin.bottom}" stroke="var(--accent)"/>`;
}

function curve({ points, dashed }: LogLine, { x, y }: Place): string {
  const path = linePath(points.map(([a, b]) => [x(a), y(b)] as const));
  const dash = dashed ? ' stroke-dasharray="5 4"' : '';
  return `<path d="${path}" fill="none" stroke="var(--ink)" stroke-width="2"${dash}/>`;
}

/** Each name at the end of its line; where lines end close together, the lower name moves down. */
function names(lines: readonly LogLine[], { x, y }: Place): string {
  const ends = lines
    .map(({ name, points }) => ({ name, end: points.at(-1)! }))
    .sort((a, b) => b.end[1] - a.end[1]);
  let above = -Infinity;
  return ends
    .map(({ name, end }) => {
      above = Math.max(y(end[1]) + 4, above + nameDistance);
      return `<text x="${tenth(x(end[0])) + 7}" y="${tenth(above)}" fill="var(--ink)">${escapeMarkup(name)}</text>`;
    })
    .join('');
}

function marked({ at, text, chosen, side = 'right' }: LogMark, { x, y }: Place): string {
  const [cx, cy] = [tenth(x(at[0])), tenth(y(at[1]))];
  const dot = chosen
    ? `<circle cx="${cx}" cy="${cy}" r="6.5" fill="none" stroke="var(--paper)" stroke-width="5"/>` +
      `<circle cx="${cx}" cy="${cy}" r="6.5" fill="none" stroke="var(--accent)" stroke-width="2.5"/>`
    : `<circle cx="${cx}" cy="${cy}" r="4" fill="var(--paper)" stroke="var(--ink)" stroke-width="1.5"/>`;
  const anchor = side === 'left' ? ' text-anchor="end"' : '';
  const shift = side === 'left' ? -11 : 11;
  return (
    dot +
    `<text x="${tenth(cx + shift)}" y="${tenth(cy + 16)}"${anchor} fill="var(--ink)" stroke="var(--paper)" stroke-width="4" paint-order="stroke">${escapeMarkup(text)}</text>`
  );
}
