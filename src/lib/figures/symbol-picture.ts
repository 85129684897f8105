/**
 * The value of a symbol as a small picture, one pixel per number: plain arrays in, RGBA out.
 *
 * A picture is one or more tiles of equal size, a pixel of paper between them. Letters: N patches, D width, H heads,
 * K head width, P patch side, C channels, T tokens.
 */
import { largest, pictureOf, type Picture } from './pictures.ts';
import { mix, rampColour, type Palette, type Rgb } from './ramps.ts';

/**
 * `patches` [N, P²C] or [P²C]: squares as they were cut, their channels as colours. `filters` [P²C, D]: each column
 * folded as a patch, channels side by side. `tokens` [T, D]: tokens left to right. `heads` [H, T, K]: so, head under
 * head. `maps` and `weights` [H, T, T]: rows of queries, a map for each head; weights begin at 0. `row` [D].
 */
export const pictureKinds = [
  'patches',
  'filters',
  'tokens',
  'heads',
  'maps',
  'weights',
  'row',
] as const;

export type PictureKind = (typeof pictureKinds)[number];

/** A tensor's numbers, row-major. */
export interface PlainTensor {
  shape: readonly number[];
  values: ArrayLike<number>;
}

/** The patches that a folded row or column stands for, and what their numbers look like. */
export interface PatchShape {
  patchSize: number;
  inChannels: number;
  /** The number of a pixel without light, and of one with all of it. */
  pixels?: readonly [none: number, all: number];
  /** Whether a grey pixel's number is ink and not light. */
  ink?: boolean;
}

export interface Tiling {
  tiles: number;
  columns: number;
  /** Of one tile, numbers. */
  width: number;
  height: number;
  /** Where the number of a pixel lies. */
  at: (tile: number, x: number, y: number) => number;
  /** The axes of the shape along the edges of a tile; null where a tile folds one. */
  across: number | null;
  down: number | null;
}

/** Pixels of the page that a picture may take. */
export const pictureBox = { width: 208, height: 140 };

/** How the numbers of a shape are laid out. @throws RangeError when the kind does not draw such a shape. */
export function tilingOf(kind: PictureKind, shape: readonly number[], patch: PatchShape): Tiling {
  const [last, before, first] = [...shape].reverse() as [number, number?, number?];
  const { patchSize: P, inChannels: C } = patch;
  if (kind === 'patches' && shape.length <= 2 && last === P * P * C) {
    const N = before ?? 1;
    const at = (n: number, x: number, y: number) => n * last + (y * P + x) * C;
    return tiling(N, Math.ceil(Math.sqrt(N)), P, P, at);
  }
  if (kind === 'filters' && shape.length === 2 && before === P * P * C) {
    const at = (d: number, x: number, y: number) =>
      ((y * P + (x % P)) * C + Math.floor(x / P)) * last + d;
    return tiling(last, bestColumns(last, P * C, P), P * C, P, at);
  }
  if (kind === 'tokens' && shape.length === 2)
    return tiling(1, 1, before!, last, (_, x, y) => x * last + y, 0, 1);
  if (kind === 'heads' && shape.length === 3) {
    const at = (h: number, x: number, y: number) => (h * before! + x) * last + y;
    return tiling(first!, 1, before!, last, at, 1, 2);
  }
  if ((kind === 'maps' || kind === 'weights') && shape.length === 3) {
    const at = (h: number, x: number, y: number) => (h * last + y) * last + x;
    return tiling(first!, bestColumns(first!, last, last), last, last, at, 2, 1);
  }
  if (kind === 'row' && shape.slice(0, -1).every((side) => side === 1))
    return tiling(1, 1, last, 1, (_, x) => x, shape.length - 1);
  throw new RangeError(`picture: “${kind}” does not draw a shape of [${shape.join(', ')}]`);
}

function tiling(
  tiles: number,
  columns: number,
  width: number,
  height: number,
  at: Tiling['at'],
  across: number | null = null,
  down: number | null = null,
): Tiling {
  return { tiles, columns, width, height, at, across, down };
}

/** The number of columns that lets the tiles be largest in the box, then the picture lowest. */
function bestColumns(tiles: number, width: number, height: number): number {
  const size = (columns: number) => ({
    width: columns * (width + 1) - 1,
    height: Math.ceil(tiles / columns) * (height + 1) - 1,
  });
  const room = (columns: number) => {
    const { width: across, height: down } = size(columns);
    return Math.min(pictureBox.width / across, pictureBox.height / down);
  };
  const all = Array.from({ length: tiles }, (_, i) => i + 1);
  return all.reduce((best, columns) => (room(columns) > room(best) ? columns : best), 1);
}

/** How many pixels of the page one number takes along a side: as many as fit in the box, at least 1. */
export function pictureScale({ width, height }: Pick<Picture, 'width' | 'height'>): number {
  return Math.max(1, Math.floor(Math.min(pictureBox.width / width, pictureBox.height / height)));
}

/** The numbers that the ends of the ramp stand for: 0 or −m, to the largest. */
export function pictureRange(kind: PictureKind, values: ArrayLike<number>): [number, number] {
  if (kind === 'weights') return [0, largest(values)];
  const most = largest(Array.from(values, Math.abs));
  return [-most, most];
}

/** The picture of a symbol's value. */
export function symbolPicture(
  kind: PictureKind,
  { shape, values }: PlainTensor,
  patch: PatchShape,
  palette: Palette,
): Picture {
  const { tiles, columns, width, height, at } = tilingOf(kind, shape, patch);
  const range = pictureRange(kind, values);
  const colour = colouring(kind, values, patch, palette, range);
  return pictureOf(
    columns * (width + 1) - 1,
    Math.ceil(tiles / columns) * (height + 1) - 1,
    (x, y) => {
      const [column, row] = [Math.floor(x / (width + 1)), Math.floor(y / (height + 1))];
      const tile = row * columns + column;
      const [inner, under] = [x % (width + 1), y % (height + 1)];
      if (inner === width || under === height || tile >= tiles) return palette.paper;
      return colour(at(tile, inner, under));
    },
  );
}

function colouring(
  kind: PictureKind,
  values: ArrayLike<number>,
  patch: PatchShape,
  palette: Palette,
  [low, high]: [number, number],
): (index: number) => Rgb {
  if (kind === 'patches') return pixelColours(values, patch, palette);
  const ramp = kind === 'weights' ? palette.seq : palette.div;
  return (i) => rampColour(ramp, (values[i]! - low) / (high - low || 1));
}

function pixelColours(
  values: ArrayLike<number>,
  { inChannels, pixels: [none, all] = [0, 1], ink = false }: PatchShape,
  palette: Palette,
): (index: number) => Rgb {
  const light = (i: number) => (values[i]! - none) / (all - none);
  if (ink) return (i) => mix(palette.paper, palette.ink, light(i));
  const second = inChannels === 3 ? 1 : 0;
  return (i) => [light(i) * 255, light(i + second) * 255, light(i + 2 * second) * 255];
}
