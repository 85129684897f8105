/** A few curves over one axis, each named where it runs, as markup: plain numbers in, a string out. */
import { escapeMarkup } from './markup.ts';
import { linearScale, linePath, roundTicks, tenth } from './scale.ts';

type Point = readonly [x: number, y: number];

export interface CurveLine {
  points: readonly Point[];
  ink: 'ink' | 'ink-2' | 'ink-3';
  /** Pixels; 2 when left out. */
  thick?: number;
  /** On and off, pixels; solid when left out. */
  dash?: string;
  /** The line's name, and where it stands: a point of the plane and an offset in pixels. */
  label?: { text: string; at: Point; dx?: number; dy?: number; end?: boolean };
}

export interface CurvesFigure {
  /** The text summary. */
  name: string;
  lines: readonly CurveLine[];
  x: readonly [low: number, high: number];
  y: readonly [low: number, high: number];
  /** What the numbers across are; stands at the axis's end. */
  unit: string;
  /** The factor by which ticks up the side are smaller than the values, and its name: "× 1e−4". */
  scale?: { by: number; text: string };
  /** Shaded between two edges: [x, low, high]. */
  band?: readonly (readonly [x: number, low: number, high: number])[];
  /** Where the reader stands: a hairline, and a ring on each of these points. */
  at?: { x: number; points: readonly number[] };
}

interface Size {
  width: number;
  height: number;
}

export const curvesMargin = { left: 36, right: 10, top: 12, bottom: 30 };

export function curvesFigure(figure: CurvesFigure, { width, height }: Size): string {
  const { left, right, top, bottom } = curvesMargin;
  const x = linearScale(figure.x, [left, width - right]);
  const y = linearScale(figure.y, [height - bottom, top]);
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(figure.name)}">` +
    axes(figure, { x, y, width, height }) +
    band(figure, x, y) +
    figure.lines.map((line) => curve(line, x, y)).join('') +
    mark(figure, x, y, height) +
    '</svg>'
  );
}

type Scale = (value: number) => number;

function axes(figure: CurvesFigure, place: Size & { x: Scale; y: Scale }): string {
  const { x, y, width, height } = place;
  const { left, right, bottom } = curvesMargin;
  const { by, text } = figure.scale ?? { by: 1, text: '' };
  const [low, high] = figure.y;
  const up = roundTicks(low / by, high / by).map(
    (value) =>
      `<path d="M${left} ${tenth(y(value * by))}H${width - right}" stroke="var(--rule${value === 0 ? '-2' : ''})"/>` +
      `<text x="${left - 6}" y="${tenth(y(value * by)) + 4}" text-anchor="end">${plain(value)}</text>`,
  );
  const across = roundTicks(...figure.x).map(
    (value) =>
      `<text x="${tenth(x(value))}" y="${height - bottom + 17}" text-anchor="middle">${plain(value)}</text>`,
  );
  const unit = `<text x="${width}" y="${height - 1}" text-anchor="end">${escapeMarkup(figure.unit)}</text>`;
  const factor = text && `<text x="0" y="9">${escapeMarkup(text)}</text>`;
  return up.join('') + across.join('') + unit + factor;
}

const plain = (value: number) => String(value).replace('-', '−');

function band({ band: edges }: CurvesFigure, x: Scale, y: Scale): string {
  if (!edges || edges.length === 0) return '';
  const below = edges.map(([at, low]) => [x(at), y(low)] as const);
  const above = edges.map(([at, , high]) => [x(at), y(high)] as const).reverse();
  return `<path d="${linePath([...below, ...above])}Z" fill="var(--ink)" fill-opacity="0.12"/>`;
}

function curve(line: CurveLine, x: Scale, y: Scale): string {
  const { points, ink, thick = 2, dash, label } = line;
  const path = linePath(points.map(([px, py]) => [x(px), y(py)]));
  const dashes = dash ? ` stroke-dasharray="${dash}"` : '';
  const drawn = `<path d="${path}" fill="none" stroke="var(--${ink})" stroke-width="${thick}"${dashes}/>`;
  if (!label) return drawn;
  const { text, at, dx = 0, dy = 0, end = false } = label;
  const place = `x="${tenth(x(at[0])) + dx}" y="${tenth(y(at[1])) + dy}"`;
  return `${drawn}<text ${place} text-anchor="${end ? 'end' : 'start'}" fill="var(--${ink})" stroke="var(--paper)" stroke-width="4" paint-order="stroke">${escapeMarkup(text)}</text>`;
}

/** The mark alone, to be laid over a figure that stays: what follows the reader's hand is drawn anew, no more. */
export function curvesMark(
  figure: Pick<CurvesFigure, 'x' | 'y' | 'at'>,
  { width, height }: Size,
): string {
  const { left, right, top, bottom } = curvesMargin;
  const x = linearScale(figure.x, [left, width - right]);
  const y = linearScale(figure.y, [height - bottom, top]);
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" aria-hidden="true">${mark(figure, x, y, height)}</svg>`;
}

function mark(
  { at, y: [low, high] }: Pick<CurvesFigure, 'y' | 'at'>,
  x: Scale,
  y: Scale,
  height: number,
): string {
  if (!at) return '';
  const cx = tenth(x(at.x));
  const inside = at.points.filter((value) => value >= low && value <= high);
  const rings = inside.map((value) => {
    const circle = `<circle cx="${cx}" cy="${tenth(y(value))}" r="6" fill="none"`;
    return `${circle} stroke="var(--paper)" stroke-width="5"/>${circle} stroke="var(--accent)" stroke-width="2.5"/>`;
  });
  const line = `<path d="M${cx} ${curvesMargin.top}V${height - curvesMargin.bottom}" stroke="var(--accent)" stroke-opacity="0.5"/>`;
  return line + rings.join('');
}

/** The value across at a place of the figure, pixels from its left edge; kept within the axis. */
export function valueAcross([low, high]: CurvesFigure['x'], pixels: number, width: number): number {
  const { left, right } = curvesMargin;
  const value = linearScale([left, width - right], [low, high])(pixels);
  return Math.max(low, Math.min(high, value));
}
