/** A batch as a block of B × P × C numbers with one group in it, drawn at a slant, as markup. */
import { escapeMarkup } from './markup.ts';
import type { BatchShape, Group, Place, Span } from './norm-groups.ts';
import { groupSize } from './norm-groups.ts';
import { tenth } from './scale.ts';

const [width, height] = [240, 236];
/** The front face, and how far the last sample stands from the first. */
const front = { left: 24, top: 76, width: 128, height: 128 };
const depth = { x: 78, y: -62 };

type Point = readonly [channel: number, position: number, sample: number];

/** A point of the block, each coordinate 0 to 1, on the page. */
function at([c, p, b]: Point): string {
  const x = front.left + c * front.width + b * depth.x;
  const y = front.top + p * front.height + b * depth.y;
  return `${tenth(x)} ${tenth(y)}`;
}

const polygon = (points: readonly Point[]) => `M${points.map(at).join('L')}Z`;

interface Box {
  c: Span;
  p: Span;
  b: Span;
}

/** The three faces that are seen: front, top, right. */
function faces({ c: [c0, c1], p: [p0, p1], b: [b0, b1] }: Box): string[] {
  return [
    polygon([[c0, p0, b0], [c1, p0, b0], [c1, p1, b0], [c0, p1, b0]]), // prettier-ignore
    polygon([[c0, p0, b0], [c1, p0, b0], [c1, p0, b1], [c0, p0, b1]]), // prettier-ignore
    polygon([[c1, p0, b0], [c1, p1, b0], [c1, p1, b1], [c1, p0, b1]]), // prettier-ignore
  ];
}

const whole: Box = { c: [0, 1], p: [0, 1], b: [0, 1] };

/** A span of `count`, as parts of 1; never thinner than a line that can be seen. */
function part([from, to]: Span, count: number): Span {
  const [low, high] = [from / count, to / count];
  const wanting = Math.max(0, 0.03 - (high - low)) / 2;
  return [Math.max(0, low - wanting), Math.min(1, high + wanting)];
}

export interface NormCube {
  shape: BatchShape;
  group: Group;
  place: Place;
  /** What the positions are called, and their letter: `tokens`, `T`. */
  positions: { name: string; letter: string };
}

export function normCube({ shape, group, place, positions }: NormCube): string {
  const { B, P, C } = shape;
  const box = (g: Group): Box => ({
    c: part(g.channels, C),
    p: part(g.positions, P),
    b: part(g.samples, B),
  });
  const { sample, position, channel } = place;
  const chosen = box({
    samples: [sample, sample + 1],
    positions: [position, position + 1],
    channels: [channel, channel + 1],
  });
  const shades = [0.62, 0.36, 0.48];
  const lit = faces(box(group)).map(
    (d, i) => `<path d="${d}" fill="var(--ink)" fill-opacity="${shades[i]}" stroke="var(--ink)"/>`,
  );
  const hidden = `M${at([0, 1, 0])}L${at([0, 1, 1])}L${at([0, 0, 1])}M${at([0, 1, 1])}L${at([1, 1, 1])}`;
  const edges = faces(whole).map((d) => `<path d="${d}" fill="none" stroke="var(--rule-2)"/>`);
  const [dot] = faces(chosen);
  const words = `${B} samples, ${P} ${positions.name}, ${C} channels; ${groupSize(group)} of ${B * P * C} numbers are averaged together`;
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(words)}">` +
    `<path d="${hidden}" fill="none" stroke="var(--rule)" stroke-dasharray="3 3"/>` +
    lit.join('') +
    edges.join('') +
    `<path d="${dot}" fill="none" stroke="var(--paper)" stroke-width="5"/>` +
    `<path d="${dot}" fill="none" stroke="var(--accent)" stroke-width="2.5"/>` +
    axes(shape, positions) +
    '</svg>'
  );
}

/** Channels across, solid; positions down, dotted; samples into the depth, dashed. */
function axes({ B, P, C }: BatchShape, { letter }: NormCube['positions']): string {
  const { left, top, width: across, height: down } = front;
  const bottom = top + down;
  const line = (d: string, dash: string) =>
    `<path d="${d}" fill="none" stroke="var(--ink-2)" stroke-width="1.5"${dash && ` stroke-dasharray="${dash}"`}/>`;
  const text = (x: number, y: number, words: string, anchor: string) =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;
  const corner = [left + across + 7, bottom + 2] as const;
  return (
    line(`M${left} ${bottom + 8}H${left + across}`, '') +
    text(left + across / 2, bottom + 24, `${letter === 'S²' ? 'C' : 'D'} = ${C}`, 'middle') +
    line(`M${left - 8} ${top}V${bottom}`, '1.5 2.5') +
    text(left - 8, top - 10, `${letter} = ${P}`, 'start') +
    line(`M${corner[0]} ${corner[1]}l${depth.x} ${depth.y}`, '5 3') +
    text(corner[0] + depth.x / 2 + 8, corner[1] + depth.y / 2 + 14, `B = ${B}`, 'start')
  );
}
