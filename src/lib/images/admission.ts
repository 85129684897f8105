/**
 * Which files are opened, and the one sentence that a reader gets for one that is not.
 *
 * Everything is decided on the header, so that no picture of absurd size is ever decoded.
 */
import type { ImageHeader } from './header.ts';
import { swapsSides } from './orientation.ts';
import type { Format } from './sniff.ts';

export const limits = {
  /** Bytes of a file. */
  bytes: 64 * 2 ** 20,
  /** Bytes of an SVG file, which is read as text. */
  svgBytes: 4 * 2 ** 20,
  /** Pixels that a browser may have to decode: 12,000 × 12,000 and a little. */
  pixels: 150_000_000,
  /** The longest side that is kept. */
  side: 512,
};

const readable = 'a PNG, JPEG, WebP, GIF, AVIF, BMP or SVG';

/** What is wrong with formats that browsers do not (all) open, as the end of a sentence about a file. */
const unreadable: Partial<Record<Format, string>> = {
  heic: 'is a HEIC photograph, which this browser cannot open: save it as JPEG or PNG first.',
  tiff: 'is a TIFF picture, which this browser cannot open: save it as JPEG or PNG first.',
  'jpeg-xl': 'is a JPEG XL picture, which this browser cannot open: save it as JPEG or PNG first.',
  icon: 'is an icon file that this browser cannot open: save it as PNG first.',
  pdf: 'is a PDF document, not a picture: save the page that you want as PNG first.',
  photoshop: 'is a Photoshop document, which browsers cannot open: save it as PNG first.',
  video: 'is a video, not a picture: save one of its frames as PNG or JPEG first.',
  packed: 'is a packed file: unpack it first, then choose the picture in it.',
  unknown: `is no picture that this page can read: choose ${readable}.`,
};

/** Formats that some browsers open: worth a try. */
const worthATry: readonly Format[] = ['heic', 'tiff', 'jpeg-xl', 'icon'];

/** A file's name and length, before it is read. */
export function fileProblem(name: string, bytes: number): string | null {
  if (bytes === 0) return `${name} is empty (0 bytes): choose another file.`;
  if (bytes > limits.bytes)
    return `${name} weighs ${megabytes(bytes)}; ${megabytes(limits.bytes)} is the most that this page opens: save it smaller first.`;
  return null;
}

/** What keeps a file of this header from being opened; null when nothing does. */
export function headerProblem(
  name: string,
  bytes: number,
  { format, width, height, complete }: ImageHeader & { format: Format },
): string | null {
  if (format in unreadable && !worthATry.includes(format)) return `${name} ${unreadable[format]}`;
  if (format === 'svg' && bytes > limits.svgBytes)
    return `${name} is an SVG of ${megabytes(bytes)}; ${megabytes(limits.svgBytes)} is the most that this page draws: save it as PNG first.`;
  if (width * height > limits.pixels)
    return `${name} says that it is ${size(width, height)} pixels large; ${count(limits.pixels)} in all is the most that this page opens: make it smaller first.`;
  if (!complete)
    return `${name} is cut off before its end: save or download it again, or choose another picture.`;
  return null;
}

/** What to say when the browser could not decode it after all. */
export function decodeProblem(name: string, format: Format): string {
  return `${name} ${unreadable[format] ?? 'is damaged and cannot be decoded: save it anew, or choose another picture.'}`;
}

/** The size of the upright picture when its longest side is at most `side`; never under 1 pixel. */
export function keptSize(width: number, height: number, side = limits.side) {
  const scale = Math.min(1, side / Math.max(width, height));
  const kept = (length: number) => Math.max(1, Math.round(length * scale));
  return { width: kept(width), height: kept(height) };
}

/** What was done to the picture on its way in, in words. */
export function headerNotes(header: ImageHeader): string[] {
  const { width, height, frames, cmyk, orientation } = header;
  const turned = orientation && orientation.value !== 1;
  const [w, h] = turned && swapsSides(orientation.value) ? [height, width] : [width, height];
  return [
    Math.max(w, h) > limits.side && `made smaller from ${size(w, h)}`,
    frames > 1 && `the first of ${Number.isFinite(frames) ? count(frames) : 'several'} frames`,
    turned && 'turned upright, as the camera noted',
    cmyk && 'converted from printers’ inks (CMYK)',
    w === 1 && h === 1 && 'a single pixel: all patches will be alike',
  ].filter((note) => note !== false && note !== undefined && note !== '') as string[];
}

/** 12,000 × 9,000 */
export function size(width: number, height: number): string {
  return `${count(width)} × ${count(height)}`;
}

function count(value: number): string {
  return value.toLocaleString('en-GB');
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MB`;
}
