/** Cuts rectangles out of rasters. */
import { raster, type Raster } from './raster.ts';

/** The rectangle from (left, top) on. @throws RangeError when it reaches outside the picture. */
export function crop(
  source: Raster,
  left: number,
  top: number,
  width: number,
  height: number,
): Raster {
  if (left < 0 || top < 0 || left + width > source.width || top + height > source.height)
    throw new RangeError(
      `crop: ${width} × ${height} at (${left}, ${top}) is not inside ${source.width} × ${source.height}`,
    );
  const cut = raster(width, height);
  for (let y = 0; y < height; y++) {
    const start = ((top + y) * source.width + left) * 4;
    cut.pixels.set(source.pixels.subarray(start, start + width * 4), y * width * 4);
  }
  return cut;
}

/** The largest square in the middle; of an odd rest, the smaller half goes left and on top. */
export function cropSquare(source: Raster): Raster {
  const side = Math.min(source.width, source.height);
  if (source.width === source.height) return source;
  const left = Math.floor((source.width - side) / 2);
  const top = Math.floor((source.height - side) / 2);
  return crop(source, left, top, side, side);
}
