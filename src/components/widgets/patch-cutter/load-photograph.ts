/** A photograph as the stages take it: [S, S, C], 0 to 1, row-major, channels last. */
import type { Photograph } from './cut.ts';

/** @throws Error when the file does not arrive, is no image, or has another size. */
export async function loadPhotograph({ src, size, channels }: Photograph): Promise<Float32Array> {
  const response = await fetch(src);
  if (!response.ok) throw new Error(`the photograph did not arrive (${response.status})`);
  const bitmap = await createImageBitmap(await response.blob(), { colorSpaceConversion: 'none' });
  if (bitmap.width !== size || bitmap.height !== size)
    throw new Error(`the photograph is ${bitmap.width} × ${bitmap.height}, not ${size} × ${size}`);
  const canvas = new OffscreenCanvas(size, size);
  const context = canvas.getContext('2d')!;
  context.drawImage(bitmap, 0, 0);
  return fromRgba(context.getImageData(0, 0, size, size).data, channels);
}

/** RGBA bytes to `channels` numbers a pixel, 0 to 1. */
export function fromRgba(rgba: ArrayLike<number>, channels: number): Float32Array {
  const image = new Float32Array((rgba.length / 4) * channels);
  for (let i = 0; i < image.length; i++)
    image[i] = rgba[Math.floor(i / channels) * 4 + (i % channels)]! / 255;
  return image;
}
