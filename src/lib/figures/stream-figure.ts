/** The residual stream as two small charts: lengths and additions, and directions. Plain numbers in, a string out. */
import { escapeMarkup } from './markup.ts';
import { linearScale, linePath, roundTicks, tenth } from './scale.ts';
import { signed } from './small-numbers.ts';
import type { Reading } from './stream.ts';

interface Size {
  width: number;
  height: number;
}

export interface StreamFigure {
  readings: readonly Reading[];
  /** The mean over all tokens, thin. */
  mean: readonly Reading[];
}

const margin = { left: 30, right: 66, top: 14, bottom: 36 };

/** Ink: the token's length at each station. Bars: the length of what each branch added. Thin: the mean of all tokens. */
export function lengthFigure({ readings, mean }: StreamFigure, size: Size): string {
  const top = Math.max(...[...readings, ...mean].flatMap(({ length, added }) => [length, added]));
  const place = placed(readings.length, [0, top], size);
  const { x, y } = place;
  const bars = readings.slice(1).map(({ added }, i) => {
    const [left, high] = [tenth(x(i + 1) - 5), tenth(y(added))];
    return `<path d="M${left} ${tenth(y(0))}V${high}h10V${tenth(y(0))}z"/>`;
  });
  const words = readings.map(
    ({ name, length, added }) =>
      `${name}: length ${length.toFixed(2)}${added ? `, added ${added.toFixed(2)}` : ''}`,
  );
  return svg(
    size,
    `Length of the token and of what was added. ${words.join('; ')}.`,
    axes(readings, roundTicks(0, top, 3), place) +
      `<g fill="var(--ink-3)" opacity="0.55">${bars.join('')}</g>` +
      line(mean, 'length', place, 'stroke="var(--ink-3)"') +
      line(readings, 'length', place, 'stroke="var(--ink)" stroke-width="2"') +
      endLabel(readings.at(-1)!.length, readings.at(-1)!.length.toFixed(2), place, readings.length),
  );
}

/** Ink: cosine with the token as it was embedded. Dashed: with the station before. Thin: the means. */
export function directionFigure({ readings, mean }: StreamFigure, size: Size): string {
  const all = [...readings, ...mean].flatMap(({ withFirst, withBefore }) => [
    withFirst,
    withBefore,
  ]);
  const low = Math.min(0, ...all);
  const place = placed(readings.length, [low, 1], size);
  const words = readings.map(
    ({ name, withFirst, withBefore }) =>
      `${name}: ${signed(withFirst, 2)} with the start, ${signed(withBefore, 2)} with the station before`,
  );
  const [last, count] = [readings.at(-1)!, readings.length];
  return svg(
    size,
    `Cosines along the stream. ${words.join('; ')}.`,
    axes(readings, roundTicks(low, 1, 3), place) +
      line(mean, 'withFirst', place, 'stroke="var(--ink-3)"') +
      line(
        readings,
        'withBefore',
        place,
        'stroke="var(--ink-2)" stroke-dasharray="4 3" stroke-width="1.5"',
      ) +
      line(readings, 'withFirst', place, 'stroke="var(--ink)" stroke-width="2"') +
      endLabel(last.withFirst, `${signed(last.withFirst, 2)} start`, place, count) +
      (Math.abs(last.withFirst - last.withBefore) > 0.12
        ? endLabel(last.withBefore, `${signed(last.withBefore, 2)} before`, place, count)
        : ''),
  );
}

interface Place extends Size {
  x: (station: number) => number;
  y: (value: number) => number;
}

function placed(stations: number, range: readonly [number, number], size: Size): Place {
  return {
    ...size,
    x: linearScale([0, stations - 1], [margin.left + 8, size.width - margin.right]),
    y: linearScale(range, [size.height - margin.bottom, margin.top]),
  };
}

function axes(readings: readonly Reading[], ticks: number[], { x, y, width, height }: Place) {
  const lines = ticks.map(
    (value) =>
      `<path d="M${margin.left} ${tenth(y(value))}H${width - margin.right + 6}" stroke="var(--rule)"/>` +
      `<text x="${margin.left - 6}" y="${tenth(y(value)) + 4}" text-anchor="end">${signed(value, Number.isInteger(value) ? 0 : 1)}</text>`,
  );
  const base = height - margin.bottom + 16;
  const blocks = readings.slice(1).map((_, i) => {
    const mlp = i % 2 === 1;
    const branch = `<text x="${tenth(x(i + 1))}" y="${base}" text-anchor="middle">${mlp ? 'mlp' : 'msa'}</text>`;
    const block = (i >> 1) + 1;
    const middle = (x(i) + x(i + 1)) / 2;
    return mlp
      ? `${branch}<text x="${tenth(middle)}" y="${base + 15}" text-anchor="middle">${block}</text>`
      : branch;
  });
  const start = `<text x="${tenth(x(0))}" y="${base}" text-anchor="middle">in</text>`;
  const unit = `<text x="${width}" y="${base + 15}" text-anchor="end">block</text>`;
  return lines.join('') + start + (x(1) - x(0) > 24 ? blocks.join('') : thinned(blocks)) + unit;
}

/** On a narrow screen only the blocks are named. */
const thinned = (blocks: string[]) =>
  blocks.map((text) => text.replace(/<text[^>]*>m[sl][ap]<\/text>/, '')).join('');

function line(
  readings: readonly Reading[],
  key: 'length' | 'withFirst' | 'withBefore',
  { x, y }: Place,
  look: string,
): string {
  const path = linePath(readings.map((reading, i) => [x(i), y(reading[key])]));
  return `<path d="${path}" fill="none" ${look}/>`;
}

function endLabel(value: number, text: string, { x, y }: Place, count: number): string {
  return `<text x="${tenth(x(count - 1)) + 7}" y="${tenth(y(value)) + 4}" style="fill:var(--ink)">${text}</text>`;
}

function svg({ width, height }: Size, name: string, inner: string): string {
  return `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(name)}">${inner}</svg>`;
}
