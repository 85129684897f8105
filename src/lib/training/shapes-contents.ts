/**
 * What a picture of Shapes holds, before anything has a place: loose patches of 4×4 pixels.
 *
 * A red and a blue shape and none to two bystanders, green and yellow, each a disc, square, diamond, triangle, cross or
 * ring of one of three sizes; every colour a little off; a pale background; noise.
 */
import type { RandomNumbers } from '../tensors/random-numbers.ts';

export interface Contents {
  /** Red, blue and the bystanders: 2 to 4. */
  shapeCount: number;
  /** [N, P, P, C], 0 to 255: each shape's top left, top right, bottom left, bottom right, then background. */
  patches: Uint8Array;
}

/** P. */
export const patchSide = 4;
/** C. */
const channels = 3;
/** P²C. */
export const patchBytes = patchSide ** 2 * channels;
/** Pixels along a side of a shape: two patches. */
const side = 2 * patchSide;

/** Red, green, blue: 0 to 255. */
type Colour = readonly [number, number, number];

const colours: Colour[] = [
  [206, 52, 44], // red
  [44, 92, 206], // blue
  [52, 152, 72], // green
  [230, 178, 40], // yellow
];
const paper: Colour = [226, 226, 226];
/** How far a whole shape's or background's channel may be off, and how far each pixel's, either way. */
const [tint, noise] = [24, 12];
/** Half of a shape's width, pixels. */
const radii = [2.75, 3.25, 3.75];

/** Whether a point, measured from the shape's centre with y down, belongs to a shape of radius r. */
const kinds: ((x: number, y: number, r: number) => boolean)[] = [
  (x, y, r) => x * x + y * y <= r * r, // disc
  (x, y, r) => Math.max(Math.abs(x), Math.abs(y)) <= 0.875 * r, // square
  (x, y, r) => Math.abs(x) + Math.abs(y) <= 1.125 * r, // diamond
  (x, y, r) => 2 * Math.abs(x) <= y + r && y <= r, // triangle
  (x, y, r) => {
    const [short, long] = [Math.min(Math.abs(x), Math.abs(y)), Math.max(Math.abs(x), Math.abs(y))];
    return 3 * short <= r && long <= r; // cross
  },
  (x, y, r) => x * x + y * y <= r * r && 4 * (x * x + y * y) >= r * r, // ring
];

/** How much of the shape's colour a pixel shows, by row and column. */
const textures: ((y: number, x: number) => number)[] = [
  () => 1, // plain
  (y) => 1 - 0.75 * (y & 1), // lines across
  (_, x) => 1 - 0.75 * (x & 1), // lines down
  (y, x) => 1 - 0.75 * ((x ^ y) & 1), // chequered
];

/** Contents for a picture of `patchCount` patches, red filled with the texture of that number. */
export function drawContents(random: RandomNumbers, patchCount: number, texture: number): Contents {
  const shapeCount = 2 + random.integer(3);
  const background = tinted(paper, random);
  const patches = new Uint8Array(patchCount * patchBytes);
  for (let shape = 0; shape < shapeCount; shape++) {
    const colour = tinted(colours[shape], random);
    const shares = drawShares(random, textures[shape === 0 ? texture : 0]);
    for (let quarter = 0; quarter < 4; quarter++) {
      const corner = (quarter >> 1) * patchSide * side + (quarter & 1) * patchSide;
      const share = (y: number, x: number) => shares[corner + y * side + x];
      paint(patches, 4 * shape + quarter, background, colour, share, random);
    }
  }
  for (let slot = 4 * shapeCount; slot < patchCount; slot++)
    paint(patches, slot, background, background, () => 0, random);
  return { shapeCount, patches };
}

/** Fills a loose patch with a mixture of two colours and noise. */
function paint(
  patches: Uint8Array,
  slot: number,
  back: Colour,
  front: Colour,
  share: (y: number, x: number) => number,
  random: RandomNumbers,
): void {
  let index = slot * patchBytes;
  for (let y = 0; y < patchSide; y++)
    for (let x = 0; x < patchSide; x++) {
      const part = share(y, x);
      for (let channel = 0; channel < channels; channel++) {
        const value = back[channel] + part * (front[channel] - back[channel]);
        patches[index++] = off(Math.round(value), noise, random);
      }
    }
}

/** How much of the shape's colour each pixel of a random kind and size shows, 0 to 1: [2P, 2P]. */
function drawShares(random: RandomNumbers, texture: (y: number, x: number) => number): number[] {
  const inside = kinds[random.integer(kinds.length)];
  const radius = radii[random.integer(radii.length)];
  return Array.from({ length: side ** 2 }, (_, pixel) => {
    const [y, x] = [Math.floor(pixel / side), pixel % side];
    return (texture(y, x) * covered(y - side / 2, x - side / 2, radius, inside)) / 16;
  });
}

/** How many of 4×4 points in the pixel at (top, left) lie inside. */
function covered(top: number, left: number, radius: number, inside: (typeof kinds)[0]): number {
  let count = 0;
  for (let sample = 0; sample < 16; sample++) {
    const [y, x] = [top + (2 * (sample >> 2) + 1) / 8, left + (2 * (sample & 3) + 1) / 8];
    if (inside(x, y, radius)) count++;
  }
  return count;
}

function tinted([red, green, blue]: Colour, random: RandomNumbers): Colour {
  return [off(red, tint, random), off(green, tint, random), off(blue, tint, random)];
}

/** A value off by at most `range`, cut to 0…255. */
function off(value: number, range: number, random: RandomNumbers): number {
  return Math.max(0, Math.min(255, value - range + random.integer(2 * range + 1)));
}
