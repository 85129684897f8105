/**
 * EXIF orientation: how a camera says that a picture lies on its side (Exif 2.32, tag 0x0112).
 *
 * 1 upright · 2 mirrored · 3 upside down · 4 mirrored upside down · 5–8 with rows and columns exchanged; 6, the
 * commonest, wants a quarter turn clockwise.
 */
import { raster, type Raster } from './raster.ts';

export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

export interface FoundOrientation {
  value: Orientation;
  /** Where the value's two bytes stand. */
  at: number;
  littleEndian: boolean;
}

const tag = 0x0112;
const shortType = 3;

/** Reads the orientation from a TIFF header that begins at `start`; undefined when there is none. */
export function findOrientation(bytes: Uint8Array, start: number): FoundOrientation | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const inside = (at: number, length: number) => at >= start && at + length <= bytes.length;
  if (!inside(start, 8)) return undefined;
  const order = view.getUint16(start);
  if (order !== 0x4949 && order !== 0x4d4d) return undefined;
  const littleEndian = order === 0x4949;
  const directory = start + view.getUint32(start + 4, littleEndian);
  if (!inside(directory, 2)) return undefined;
  const entries = view.getUint16(directory, littleEndian);
  for (let i = 0; i < entries; i++) {
    const entry = directory + 2 + 12 * i;
    if (!inside(entry, 12)) return undefined;
    if (view.getUint16(entry, littleEndian) !== tag) continue;
    if (view.getUint16(entry + 2, littleEndian) !== shortType) return undefined;
    const value = view.getUint16(entry + 8, littleEndian);
    return isOrientation(value) ? { value, at: entry + 8, littleEndian } : undefined;
  }
  return undefined;
}

/** A copy of the file that calls itself upright, so that every decoder leaves its pixels as they are stored. */
export function withoutOrientation<Buffer extends ArrayBufferLike>(
  bytes: Uint8Array<Buffer>,
  { at, littleEndian }: FoundOrientation,
): Uint8Array<ArrayBuffer> {
  const copy = new Uint8Array(bytes);
  new DataView(copy.buffer).setUint16(at, 1, littleEndian);
  return copy;
}

/** Whether width and height change places. */
export function swapsSides(orientation: Orientation): boolean {
  return orientation >= 5;
}

/** The picture turned upright. */
export function upright(source: Raster, orientation: Orientation): Raster {
  if (orientation === 1) return source;
  const { width, height, pixels } = source;
  const [w, h] = swapsSides(orientation) ? [height, width] : [width, height];
  const turned = raster(w, h);
  const from = new Uint32Array(pixels.buffer, pixels.byteOffset, width * height);
  const to = new Uint32Array(turned.pixels.buffer);
  const storedAt = stored[orientation];
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const [sx, sy] = storedAt(x, y, w - 1, h - 1);
      to[y * w + x] = from[sy * width + sx]!;
    }
  return turned;
}

/** Where the upright picture's pixel (x, y) is stored; r and b are the largest x and y of the upright picture. */
const stored: Record<
  Orientation,
  (x: number, y: number, r: number, b: number) => readonly [number, number]
> = {
  1: (x, y) => [x, y],
  2: (x, y, r) => [r - x, y],
  3: (x, y, r, b) => [r - x, b - y],
  4: (x, y, _, b) => [x, b - y],
  5: (x, y) => [y, x],
  6: (x, y, r) => [y, r - x],
  7: (x, y, r, b) => [b - y, r - x],
  8: (x, y, _, b) => [b - y, x],
};

function isOrientation(value: number): value is Orientation {
  return value >= 1 && value <= 8;
}
