/** A file's format and what its header says. */
import { readAvif } from './formats/avif.ts';
import { readBmp } from './formats/bmp.ts';
import { readGif } from './formats/gif.ts';
import { readJpeg } from './formats/jpeg.ts';
import { readPng } from './formats/png.ts';
import { readWebp } from './formats/webp.ts';
import { plainHeader, type ImageHeader } from './header.ts';
import { sniff, type Format } from './sniff.ts';

const readers: Partial<Record<Format, (bytes: Uint8Array) => ImageHeader>> = {
  png: readPng,
  jpeg: readJpeg,
  gif: readGif,
  webp: readWebp,
  avif: readAvif,
  bmp: readBmp,
};

export function readHeader(bytes: Uint8Array): ImageHeader & { format: Format } {
  const format = sniff(bytes);
  return { ...(readers[format]?.(bytes) ?? plainHeader), format };
}
