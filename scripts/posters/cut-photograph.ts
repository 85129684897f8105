/** The book's photograph as chapter 2 cuts it, and pictures as files. */
import sharp from 'sharp';
import { fromRgba } from '../../src/components/widgets/patch-cutter/load-photograph.ts';
import { photographAt } from '../../src/components/widgets/patch-cutter/settings.ts';
import type { Picture } from '../../src/lib/figures/pictures.ts';

/** [S, S, C], 0 to 1, with S and C. */
export async function cutPhotograph() {
  const { size, channels } = photographAt('');
  const data = await sharp('public/photographs/chelsea.webp').ensureAlpha().raw().toBuffer();
  return { image: fromRgba(data, channels), imageSize: size, inChannels: channels };
}

/** A picture as a file: WebP, near enough for a stand-in. */
export async function writePicture({ width, height, data }: Picture, file: string): Promise<void> {
  await sharp(data, { raw: { width, height, channels: 4 } })
    .webp({ quality: 75 })
    .toFile(file);
}
