/** A picture as numbers: RGBA bytes, row by row, top left first. */
export interface Raster {
  /** [height, width, 4], 0 to 255, alpha not multiplied in. */
  pixels: Uint8ClampedArray<ArrayBuffer>;
  /** Pixels. */
  width: number;
  /** Pixels. */
  height: number;
}

/** An empty raster, or one around `pixels`. @throws RangeError with both numbers when they do not fit. */
export function raster(
  width: number,
  height: number,
  pixels: Uint8ClampedArray<ArrayBuffer> = new Uint8ClampedArray(width * height * 4),
): Raster {
  if (pixels.length !== width * height * 4)
    throw new RangeError(
      `raster: ${pixels.length} bytes for ${width} × ${height} pixels, expected ${width * height * 4}`,
    );
  return { pixels, width, height };
}

/** A raster whose pixel (x, y) is `rgba(x, y)`. */
export function rasterOf(
  width: number,
  height: number,
  rgba: (x: number, y: number) => readonly [number, number, number, number?],
): Raster {
  const made = raster(width, height);
  for (let y = 0, at = 0; y < height; y++)
    for (let x = 0; x < width; x++, at += 4) {
      const [r, g, b, a = 255] = rgba(x, y);
      made.pixels.set([r, g, b, a], at);
    }
  return made;
}

/** Grey values [height, width], 0 to 255, as a raster. */
export function greyRaster(values: ArrayLike<number>, width: number, height: number): Raster {
  return rasterOf(width, height, (x, y) => {
    const value = values[y * width + x]!;
    return [value, value, value];
  });
}

/** Red, green and blue [height, width, 3], 0 to 255, as a raster. */
export function colourRaster(values: ArrayLike<number>, width: number, height: number): Raster {
  return rasterOf(width, height, (x, y) => {
    const at = (y * width + x) * 3;
    return [values[at]!, values[at + 1]!, values[at + 2]!];
  });
}
