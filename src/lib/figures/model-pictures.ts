/**
 * The picture that a model was given, and a map of its patches with that picture over it.
 *
 * A picture of one channel is drawn in the page's ink, one of three in its own colours.
 */
import { largest, pictureOf, type Picture, inkOverMap } from './pictures.ts';
import { mix, rampColour, type Palette, type Rgb } from './ramps.ts';

/** What a model was given: [S, S, C], 0 to 1. */
export interface ModelPicture {
  values: ArrayLike<number>;
  side: number;
  channels: 1 | 3;
  /** Whether 1 is ink (garments, drawings) and not light. */
  ink: boolean;
}

/** The picture as it looks on the page. */
export function modelPicture(image: ModelPicture, palette: Palette): Picture {
  return pictureOf(image.side, image.side, (x, y) => colourOf(image, x, y, palette));
}

/** A map [G, G] on the sequential ramp from 0 to `most`, the picture over it. */
export function patchMapPicture(
  map: ArrayLike<number>,
  image: ModelPicture,
  palette: Palette,
  most = largest(map),
): Picture {
  const { side, channels, values } = image;
  const grid = Math.round(Math.sqrt(map.length));
  const below = Array.from(map, (value) => rampColour(palette.seq, value / most));
  const data = new Uint8ClampedArray(side * side * 4);
  // Written out number by number: a page may draw a dozen of these for every move of the pointer.
  for (let y = 0, i = 0; y < side; y++) {
    const row = Math.floor((y * grid) / side) * grid;
    for (let x = 0; x < side; x++, i++) {
      const cell = below[row + Math.floor((x * grid) / side)]!;
      const strength = channels === 3 ? inkOverMap : inkOverMap * inkAt(image, i);
      for (let c = 0; c < 3; c++) {
        const over = channels === 3 ? values[i * 3 + c]! * 255 : palette.ink[c]!;
        data[i * 4 + c] = cell[c]! + (over - cell[c]!) * strength;
      }
      data[i * 4 + 3] = 255;
    }
  }
  return { width: side, height: side, data };
}

function colourOf(image: ModelPicture, x: number, y: number, { paper, ink }: Palette): Rgb {
  const { values, side, channels } = image;
  const at = (y * side + x) * channels;
  if (channels === 3) return [values[at]! * 255, values[at + 1]! * 255, values[at + 2]! * 255];
  return mix(paper, ink, inkAt(image, y * side + x));
}

/** How much ink stands at a pixel of one channel, 0 to 1. */
function inkAt({ values, ink }: ModelPicture, pixel: number): number {
  const value = values[pixel]!;
  return ink ? value : 1 - value;
}
