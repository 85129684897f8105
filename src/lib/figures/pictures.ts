/**
 * Tensors as pictures, one pixel per number, to be scaled up by CSS: plain arrays in, RGBA out.
 *
 * Letters: S image side, C channels, G patches along a side, N = G².
 */
import { mix, rampColour, type Palette, type Ramp, type Rgb } from './ramps.ts';

export interface Picture {
  width: number;
  height: number;
  /** RGBA, 0 to 255. */
  data: Uint8ClampedArray<ArrayBuffer>;
}

/** An image of the data set: values 0 to 255, [S, S, C]. */
export interface PixelImage {
  pixels: ArrayLike<number>;
  side: number;
  channels: number;
}

/** How strongly the image is inked over an attention map. */
export const inkOverMap = 0.38;

/** A picture whose pixel (x, y) has the colour that `colourAt` gives. */
export function pictureOf(
  width: number,
  height: number,
  colourAt: (x: number, y: number) => Rgb,
): Picture {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let y = 0, o = 0; y < height; y++)
    for (let x = 0; x < width; x++, o += 4) {
      data.set(colourAt(x, y), o);
      data[o + 3] = 255;
    }
  return { width, height, data };
}

/** A matrix [rows, columns] on a ramp from `low` to `high`. */
export function heatmapPicture(
  values: ArrayLike<number>,
  rows: number,
  columns: number,
  ramp: Ramp,
  [low, high]: readonly [low: number, high: number],
): Picture {
  const scale = high > low ? 1 / (high - low) : 0;
  return pictureOf(columns, rows, (x, y) =>
    rampColour(ramp, (values[y * columns + x]! - low) * scale),
  );
}

/** An image in the page's own ink; one with three channels keeps its colours. */
export function imagePicture(image: PixelImage, { paper, ink }: Palette): Picture {
  const { pixels, side, channels } = image;
  return pictureOf(side, side, (x, y) => {
    const at = (y * side + x) * channels;
    if (channels === 3) return [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
    return mix(paper, ink, pixels[at]! / 255);
  });
}

/** Attention [G, G] on the sequential ramp from 0 to its largest weight, the image in ink over it. */
export function attentionPicture(
  weights: ArrayLike<number>,
  image: PixelImage,
  { seq, ink }: Palette,
): Picture {
  const grid = Math.sqrt(weights.length);
  const cell = image.side / grid;
  const scale = 1 / largest(weights);
  return pictureOf(image.side, image.side, (x, y) => {
    const weight = weights[Math.floor(y / cell) * grid + Math.floor(x / cell)]!;
    return mix(rampColour(seq, weight * scale), ink, inkOverMap * strength(image, x, y));
  });
}

/** Cosines [N, N] as G × G small maps with a pixel of paper between them; −1 to 1 on the diverging ramp. */
export function similarityPicture(similarity: ArrayLike<number>, palette: Palette): Picture {
  const count = Math.sqrt(similarity.length);
  const grid = Math.sqrt(count);
  const pitch = grid + 1;
  return pictureOf(grid * pitch - 1, grid * pitch - 1, (x, y) => {
    if (x % pitch === grid || y % pitch === grid) return palette.paper;
    const map = Math.floor(y / pitch) * grid + Math.floor(x / pitch);
    const cell = (y % pitch) * grid + (x % pitch);
    return rampColour(palette.div, (1 + similarity[map * count + cell]!) / 2);
  });
}

/** Draws the picture, one canvas pixel per number. */
export function paint(canvas: HTMLCanvasElement, { width, height, data }: Picture): void {
  if (canvas.width !== width) canvas.width = width;
  if (canvas.height !== height) canvas.height = height;
  canvas.getContext('2d')!.putImageData(new ImageData(data, width, height), 0, 0);
}

/** The largest value, or the smallest positive number when all are 0. */
export function largest(values: ArrayLike<number>): number {
  let most = Number.MIN_VALUE;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i]!);
  return most;
}

/** How dark the image's ink is at a pixel, 0 to 1: the mean of its channels. */
function strength({ pixels, side, channels }: PixelImage, x: number, y: number): number {
  let sum = 0;
  for (let c = 0; c < channels; c++) sum += pixels[(y * side + x) * channels + c]!;
  return sum / channels / 255;
}
