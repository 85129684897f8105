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
  const grid = Math.round(Math.sqrt(map.length));
  const cell = image.side / grid;
  return pictureOf(image.side, image.side, (x, y) => {
    const value = map[Math.floor(y / cell) * grid + Math.floor(x / cell)]!;
    const below = rampColour(palette.seq, value / most);
    if (image.channels === 3) return mix(below, colourOf(image, x, y, palette), inkOverMap);
    return mix(below, palette.ink, inkOverMap * inkAt(image, x, y));
  });
}

function colourOf(image: ModelPicture, x: number, y: number, { paper, ink }: Palette): Rgb {
  const { values, side, channels } = image;
  const at = (y * side + x) * channels;
  if (channels === 3) return [values[at]! * 255, values[at + 1]! * 255, values[at + 2]! * 255];
  return mix(paper, ink, inkAt(image, x, y));
}

/** How much ink stands at a pixel of one channel, 0 to 1. */
function inkAt({ values, side, ink }: ModelPicture, x: number, y: number): number {
  const value = values[y * side + x]!;
  return ink ? value : 1 - value;
}
