/** From what the browser decoded to plain pixels, through a canvas no larger than what is kept. */
import { isTransparent, overWhite } from '../../lib/images/colour.ts';
import { keptSize } from '../../lib/images/admission.ts';
import { raster, type Raster } from '../../lib/images/raster.ts';

/** Draws the source into `width` × `height` pixels and reads them; a bitmap is closed. */
export function bitmapRaster(
  source: ImageBitmap | HTMLImageElement | HTMLVideoElement,
  { width, height } = keptSize(source.width, source.height),
): Raster {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const context = canvas.getContext('2d', { willReadFrequently: true })!;
  context.imageSmoothingQuality = 'high';
  context.drawImage(source, 0, 0, width, height);
  if ('close' in source) source.close();
  return raster(
    width,
    height,
    new Uint8ClampedArray(context.getImageData(0, 0, width, height).data),
  );
}

/** The picture on white where it was transparent, and whether it was. */
export function opaque(source: Raster): { flat: Raster; wasTransparent: boolean } {
  const wasTransparent = isTransparent(source);
  return { flat: wasTransparent ? overWhite(source) : source, wasTransparent };
}
