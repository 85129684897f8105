/** Lines over whole numbers on a logarithmic scale, each named at its end, as markup. */
import { escapeMarkup } from './markup.ts';
import { linearScale, linePath, roundTicks, tenth } from './scale.ts';
import { scientific } from './small-numbers.ts';

export interface LogLine {
  name: string;
  /** Whole number and value, from left to right. */
  points: readonly (readonly [at: number, value: number])[];
  dashed: boolean;
  /** Thin and without its name: an earlier run. */
  faint?: boolean;
}

export interface LogLines {
  /** What the values are. */
  name: string;
  /** What runs across, and its ends. */
  across: { name: string; from: number; to: number };
  lines: readonly LogLine[];
}

const margin = { left: 40, right: 108, top: 10, bottom: 38 };

export function logLines(
  { name, across, lines }: LogLines,
  { width, height }: { width: number; height: number },
): string {
  const bottom = height - margin.bottom;
  const right = width - margin.right;
  const [low, high] = powers(lines);
  const x = linearScale([across.from, across.to], [margin.left, right]);
  const y = linearScale([low, high], [bottom, margin.top]);
  const place = ([at, value]: readonly [number, number]) => [x(at), y(Math.log10(value))] as const;
  const grid = Array.from({ length: high - low + 1 }, (_, i) => low + i).map(
    (power) =>
      `<path d="M${margin.left} ${tenth(y(power))}H${right}" stroke="var(--rule)"/>` +
      `<text x="${margin.left - 7}" y="${tenth(y(power)) + 4}" text-anchor="end">${powerName(power)}</text>`,
  );
  const steps = roundTicks(across.from, across.to, 5).filter(Number.isInteger);
  const ticks = [...new Set([across.from, ...steps, across.to])].map(
    (at) => `<text x="${tenth(x(at))}" y="${bottom + 17}" text-anchor="middle">${at}</text>`,
  );
  const drawn = [...lines].sort((a, b) => Number(b.faint ?? false) - Number(a.faint ?? false));
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(summary(name, lines))}">` +
    grid.join('') +
    ticks.join('') +
    `<text x="${right}" y="${height - 4}" text-anchor="end">${escapeMarkup(across.name)} →</text>` +
    drawn.map((one) => curve(one, one.points.map(place))).join('') +
    labels(
      lines.filter(({ faint }) => !faint),
      place,
    ) +
    '</svg>'
  );
}

function curve({ dashed, faint }: LogLine, points: (readonly [number, number])[]): string {
  const look = faint ? 'stroke="var(--ink-3)"' : 'stroke="var(--ink)" stroke-width="2"';
  const dash = dashed ? ' stroke-dasharray="5 4"' : '';
  const line = `<path d="${linePath(points)}" fill="none" ${look}${dash}/>`;
  if (faint) return line;
  const dots = points.map(([x, y]) => `<circle cx="${tenth(x)}" cy="${tenth(y)}" r="3"/>`);
  return `${line}<g fill="var(--ink)">${dots.join('')}</g>`;
}

/** Names at the ends of their lines, kept apart. */
function labels(
  lines: readonly LogLine[],
  place: (point: LogLine['points'][0]) => readonly [number, number],
): string {
  // prettier-ignore
  const ends = lines
    .filter(({ points }) => points.length > 0)
    .map(({ name, points }) => {
      const last = points.at(-1)!;
      const [x, y] = place(last);
      return { words: `${name} ${scientific(last[1])}`, x: x + 9, y: y + 4 };
    })
    .sort((a, b) => a.y - b.y);
  for (let i = 1; i < ends.length; i++) ends[i]!.y = Math.max(ends[i]!.y, ends[i - 1]!.y + 15);
  return ends
    .map(
      ({ words, x, y }) =>
        `<text x="${tenth(x)}" y="${tenth(y)}" fill="var(--ink)">${escapeMarkup(words)}</text>`,
    )
    .join('');
}

/** The powers of ten around all values. */
function powers(lines: readonly LogLine[]): [low: number, high: number] {
  const logs = lines.flatMap(({ points }) => points.map(([, value]) => Math.log10(value)));
  if (logs.length === 0) return [0, 1];
  const low = Math.floor(Math.min(...logs));
  return [low, Math.max(low + 1, Math.ceil(Math.max(...logs)))];
}

function powerName(power: number): string {
  if (power >= 0) return String(10 ** power);
  return power >= -3 ? String(10 ** power) : `1e−${-power}`;
}

function summary(name: string, lines: readonly LogLine[]): string {
  const words = lines
    .filter(({ faint, points }) => !faint && points.length > 0)
    .map(
      ({ name: line, points }) =>
        `${line} from ${scientific(points[0]![1])} to ${scientific(points.at(-1)![1])}`,
    );
  return `${name}: ${words.join(', ')}`;
}
