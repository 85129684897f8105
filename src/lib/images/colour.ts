/** Colours of rasters: grey, transparency, negative. */
import { raster, type Raster } from './raster.ts';

/** Rec. 601 luma, 0 to 255: the grey of Pillow's mode L and of torchvision's `Grayscale`. */
export function luma(red: number, green: number, blue: number): number {
  return 0.299 * red + 0.587 * green + 0.114 * blue;
}

export function isTransparent({ pixels }: Raster): boolean {
  for (let at = 3; at < pixels.length; at += 4) if (pixels[at]! < 255) return true;
  return false;
}

/** The picture laid on white paper: opaque, `c·α + 255·(1 − α)`. */
export function overWhite(source: Raster): Raster {
  const { pixels, width, height } = source;
  const flat = raster(width, height);
  for (let at = 0; at < pixels.length; at += 4) {
    const alpha = pixels[at + 3]! / 255;
    for (let c = 0; c < 3; c++) flat.pixels[at + c] = pixels[at + c]! * alpha + 255 * (1 - alpha);
    flat.pixels[at + 3] = 255;
  }
  return flat;
}

/** Dark becomes light and the other way round; alpha stays. */
export function negative({ pixels, width, height }: Raster): Raster {
  return raster(
    width,
    height,
    pixels.map((value, at) => (at % 4 === 3 ? value : 255 - value)),
  );
}
