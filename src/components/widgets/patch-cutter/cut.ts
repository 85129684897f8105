/**
 * The geometry of cutting: which patch a pixel lies in, and where a patch lies.
 *
 * Letters: S image side, P patch side, G = S/P patches along a side, N = G². Patches are counted from 0, row by row.
 */

/** The picture that is cut, as the page knows it. */
export interface Photograph {
  src: string;
  /** What it shows, for those who do not see it. */
  alt: string;
  /** S, pixels. */
  size: number;
  /** C. */
  channels: 1 | 3;
  /** [S, S, C], 0 to 1; fetched from `src` where left out. */
  pixels?: Float32Array;
}

/** A pixel of the image, from 0 to S − 1. */
export interface Pixel {
  x: number;
  y: number;
}

/** The patch that holds a pixel. */
export function patchAt({ x, y }: Pixel, imageSize: number, patchSize: number): number {
  const grid = imageSize / patchSize;
  return Math.floor(y / patchSize) * grid + Math.floor(x / patchSize);
}

/** The top left pixel of a patch. */
export function cornerOf(patch: number, imageSize: number, patchSize: number): Pixel {
  const grid = imageSize / patchSize;
  return { x: (patch % grid) * patchSize, y: Math.floor(patch / grid) * patchSize };
}

/** Where an arrow key leads from a patch, as a pixel; null when it is no arrow key or leads out of the image. */
export function step(
  key: string,
  patch: number,
  imageSize: number,
  patchSize: number,
): Pixel | null {
  const move = moves[key];
  if (!move) return null;
  const { x, y } = cornerOf(patch, imageSize, patchSize);
  const to = { x: x + move.x * patchSize, y: y + move.y * patchSize };
  const inside = to.x >= 0 && to.y >= 0 && to.x < imageSize && to.y < imageSize;
  return inside ? to : null;
}

const moves: Record<string, Pixel | undefined> = {
  ArrowLeft: { x: -1, y: 0 },
  ArrowRight: { x: 1, y: 0 },
  ArrowUp: { x: 0, y: -1 },
  ArrowDown: { x: 0, y: 1 },
};

/** Where number j of a flattened patch comes from: (row, column, channel), each from 0. */
export function placeOf(
  j: number,
  patchSize: number,
  channels: number,
): { row: number; column: number; channel: number } {
  const pixel = Math.floor(j / channels);
  return { row: Math.floor(pixel / patchSize), column: pixel % patchSize, channel: j % channels };
}

/** How many screen pixels wide a number is drawn, so that a whole row is at most `width` wide. */
export function cellWidth(numbers: number, width: number): number {
  return Math.max(1, Math.floor(width / numbers));
}
