/** The book's photograph, as the widgets take it when the reader has chosen no other. */
import sharp from 'sharp';
import { photograph } from '../../src/components/widgets/token-order/settings.ts';
import { imageFloats } from '../../src/lib/images/floats.ts';
import { raster } from '../../src/lib/images/raster.ts';

/** [S, S, C], 0 to 1. */
export async function bookPhotograph(
  size: number,
  channels: 1 | 3,
): Promise<Float32Array<ArrayBuffer>> {
  const { data, info } = await sharp(`public/${photograph}`)
    .ensureAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const picture = raster(info.width, info.height, Uint8ClampedArray.from(data));
  return imageFloats(picture, { size, channels }) as Float32Array<ArrayBuffer>;
}
