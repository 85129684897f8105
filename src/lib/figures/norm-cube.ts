/** A batch as a block of B × P × C numbers with one group in it, drawn at a slant, as markup. */
import { escapeMarkup } from './markup.ts';
import type { BatchShape, Group, Place, Span } from './norm-groups.ts';
import { groupSize } from './norm-groups.ts';
import { tenth } from './scale.ts';

const [width, height] = [250, 236];
/** The front face, and how far the last of the most samples stands from the first. */
const front = { left: 34, top: 76, width: 128, height: 128 };
const depth = { x: 78, y: -62 };
const mostSamples = 6;

type Point = readonly [channel: number, position: number, sample: number];

/** How a point of the block, each coordinate 0 to 1, is placed: fewer samples make it thinner, one position flat. */
function frameOf({ B, P }: BatchShape) {
  const high = P === 1 ? 20 : front.height;
  const deep = { x: (depth.x * B) / mostSamples, y: (depth.y * B) / mostSamples };
  const at = ([c, p, b]: Point): string => {
    const x = front.left + c * front.width + b * deep.x;
    const y = front.top + p * high + b * deep.y;
    return `${tenth(x)} ${tenth(y)}`;
  };
  return { at, high, deep };
}

type Frame = ReturnType<typeof frameOf>;

interface Box {
  c: Span;
  p: Span;
  b: Span;
}

/** The three faces that are seen: front, top, right. */
function faces({ at }: Frame, { c: [c0, c1], p: [p0, p1], b: [b0, b1] }: Box): string[] {
  const polygon = (points: readonly Point[]) => `M${points.map(at).join('L')}Z`;
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
  const frame = frameOf(shape);
  const { at } = frame;
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
  const lit = faces(frame, box(group)).map(
    (d, i) => `<path d="${d}" fill="var(--ink)" fill-opacity="${shades[i]}" stroke="var(--ink)"/>`,
  );
  const hidden = `M${at([0, 1, 0])}L${at([0, 1, 1])}L${at([0, 0, 1])}M${at([0, 1, 1])}L${at([1, 1, 1])}`;
  const edges = faces(frame, whole).map(
    (d) => `<path d="${d}" fill="none" stroke="var(--rule-2)"/>`,
  );
  const [dot] = faces(frame, chosen);
  const words = `${B} samples, ${P} ${positions.name}, ${C} channels; ${groupSize(group)} of ${B * P * C} numbers are averaged together`;
  return (
    `<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escapeMarkup(words)}">` +
    `<path d="${hidden}" fill="none" stroke="var(--rule)" stroke-dasharray="3 3"/>` +
    lit.join('') +
    edges.join('') +
    `<path d="${dot}" fill="none" stroke="var(--paper)" stroke-width="5"/>` +
    `<path d="${dot}" fill="none" stroke="var(--accent)" stroke-width="2.5"/>` +
    axes(shape, frame, positions) +
    '</svg>'
  );
}

/** Channels across, solid; positions down, dotted; samples into the depth, dashed. */
function axes(
  { B, P, C }: BatchShape,
  { high, deep }: Frame,
  { letter }: NormCube['positions'],
): string {
  const { left, top, width: across } = front;
  const bottom = top + high;
  const line = (d: string, dash: string) =>
    `<path d="${d}" fill="none" stroke="var(--ink-2)" stroke-width="1.5"${dash && ` stroke-dasharray="${dash}"`}/>`;
  const text = (x: number, y: number, words: string, anchor: string) =>
    `<text x="${x}" y="${y}" text-anchor="${anchor}">${words}</text>`;
  const corner = [left + across + 7, bottom + 2] as const;
  return (
    line(`M${left} ${bottom + 8}H${left + across}`, '') +
    text(left + across / 2, bottom + 24, `${letter === 'S²' ? 'C' : 'D'} = ${C}`, 'middle') +
    line(`M${left - 8} ${top}V${bottom}`, '1.5 2.5') +
    `<text transform="translate(${left - 14} ${top + high / 2}) rotate(-90)" text-anchor="middle">${letter} = ${P}</text>` +
    line(`M${corner[0]} ${corner[1]}l${tenth(deep.x)} ${tenth(deep.y)}`, '5 3') +
    text(tenth(corner[0] + deep.x / 2 + 8), tenth(corner[1] + deep.y / 2 + 14), `B = ${B}`, 'start')
  );
}
