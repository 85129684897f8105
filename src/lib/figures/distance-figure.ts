/** Distance of two positions against the steps between them, as markup: plain numbers in, a string out. */
import { escapeMarkup } from './markup.ts';
import { firstTurn } from './positions.ts';
import { linearScale, linePath, roundTicks, tenth } from './scale.ts';
import { whole } from './words.ts';

export interface DistanceFigure {
  /** The mean over all pairs k steps apart, k = 0 … N − 1. */
  curve: readonly number[];
  /** The chosen position's distance from each position, [N]. */
  fromChosen: ArrayLike<number>;
  /** The chosen position. */
  position: number;
  /** The chosen offset; null when none is. */
  offset: number | null;
}

interface Size {
  width: number;
  height: number;
}

const margin = { left: 30, right: 40, top: 18, bottom: 34 };

/** Thick: the mean. Small dots: the chosen position alone. A ring stands where the curve first turns down. */
export function distanceFigure(data: DistanceFigure, { width, height }: Size): string {
  const { curve } = data;
  const last = curve.length - 1;
  const top = Math.max(...curve, ...Array.from(data.fromChosen), 1e-3);
  const x = linearScale([0, Math.max(1, last)], [margin.left, width - margin.right]);
  const y = linearScale([0, top], [height - margin.bottom, margin.top]);
  const place = { x, y, width, height };
  const line = linePath(curve.map((value, k) => [x(k), y(value)]));
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(summary(data))}">` +
    axes(top, last, place) +
    `<path d="${line}" fill="none" stroke="var(--ink)" stroke-width="2"/>` +
    dots(data, place) +
    `<text x="${tenth(x(last)) + 6}" y="${tenth(y(curve[last]!)) + 4}" fill="var(--ink)">${curve[last]!.toFixed(2)}</text>` +
    turnMark(curve, place) +
    offsetMark(data, place) +
    '</svg>'
  );
}

interface Place extends Size {
  x: (value: number) => number;
  y: (value: number) => number;
}

function axes(top: number, last: number, { x, y, width, height }: Place): string {
  const lines = roundTicks(0, top).map(
    (value) =>
      `<path d="M${margin.left} ${tenth(y(value))}H${width - margin.right}" stroke="var(--rule)"/>` +
      `<text x="${margin.left - 6}" y="${tenth(y(value)) + 4}" text-anchor="end">${value}</text>`,
  );
  const ticks = roundTicks(0, last, 3).map(
    (value) =>
      `<text x="${tenth(x(value))}" y="${height - margin.bottom + 18}" text-anchor="middle">${value}</text>`,
  );
  const unit = `<text x="${width}" y="${height - margin.bottom + 18}" text-anchor="end">steps</text>`;
  return lines.join('') + ticks.join('') + unit;
}

function dots({ fromChosen, position }: DistanceFigure, { x, y }: Place): string {
  const circles = Array.from(
    fromChosen,
    (value, i) =>
      `<circle cx="${tenth(x(Math.abs(i - position)))}" cy="${tenth(y(value))}" r="2.2"/>`,
  );
  return `<g fill="var(--pos)">${circles.join('')}</g>`;
}

function turnMark(curve: readonly number[], { x, y, height }: Place): string {
  const turn = firstTurn(curve);
  if (turn === null) return '';
  const [cx, cy] = [tenth(x(turn)), tenth(y(curve[turn]!))];
  return (
    `<path d="M${cx} ${cy}V${height - margin.bottom}" stroke="var(--ink-2)" stroke-dasharray="2 3"/>` +
    `<circle cx="${cx}" cy="${cy}" r="4.5" fill="var(--paper)" stroke="var(--ink)" stroke-width="1.5"/>` +
    `<text x="${cx + 6}" y="${height - margin.bottom - 6}" fill="var(--ink)">turns at ${turn}</text>`
  );
}

function offsetMark({ curve, offset }: DistanceFigure, { x, y }: Place): string {
  if (offset === null || offset >= curve.length) return '';
  const [cx, cy] = [tenth(x(offset)), tenth(y(curve[offset]!))];
  return (
    `<circle cx="${cx}" cy="${cy}" r="6.5" fill="none" stroke="var(--paper)" stroke-width="5"/>` +
    `<circle cx="${cx}" cy="${cy}" r="6.5" fill="none" stroke="var(--accent)" stroke-width="2.5"/>`
  );
}

function summary({ curve, position }: DistanceFigure): string {
  const turn = firstTurn(curve);
  const last = curve.length - 1;
  const course =
    turn === null
      ? `It grows with every step, to ${curve[last]!.toFixed(2)} at ${whole(last)} steps.`
      : `It grows to ${curve[turn]!.toFixed(2)} at ${whole(turn)} steps, then falls to ${curve[turn + 1]!.toFixed(2)} at ${whole(turn + 1)}.`;
  return `Distance of two positions against the steps between them, mean of all pairs, and of position ${position} alone. ${course}`;
}
