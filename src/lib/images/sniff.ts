/** Which format a file has, by its first bytes: names and declared types are not to be trusted. */
import { u32, word } from './bytes.ts';
import { isSvg } from './formats/svg.ts';

export type Format =
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'avif'
  | 'bmp'
  | 'svg'
  /** Pictures that only some browsers read. */
  | 'heic'
  | 'tiff'
  | 'jpeg-xl'
  | 'icon'
  /** Files that are often taken for pictures. */
  | 'pdf'
  | 'photoshop'
  | 'video'
  | 'packed'
  | 'unknown';

const signatures: readonly [format: Format, start: string][] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['bmp', 'BM'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['jpeg-xl', '\xff\x0a'],
  ['jpeg-xl', '\0\0\0\x0cJXL '],
  ['icon', '\0\0\x01\0'],
  ['pdf', '%PDF-'],
  ['photoshop', '8BPS'],
  ['video', '\x1aE\xdf\xa3'],
  ['packed', '\x1f\x8b'],
  ['packed', 'PK\x03\x04'],
];

const heicBrands = /^(hei[cxms]|hev[cx])/;

export function sniff(bytes: Uint8Array): Format {
  const found = signatures.find(([, start]) => word(bytes, 0, start.length) === start);
  if (found) return found[0];
  if (word(bytes, 0) === 'RIFF') return word(bytes, 8) === 'WEBP' ? 'webp' : 'unknown';
  if (word(bytes, 4) === 'ftyp') return mediaFormat(bytes);
  return isSvg(bytes) ? 'svg' : 'unknown';
}

/** By the brands of an ISO media file: the major one, then the compatible ones. */
function mediaFormat(bytes: Uint8Array): Format {
  const end = Math.min(u32(bytes, 0), bytes.length, 256);
  const brands = [word(bytes, 8)];
  for (let at = 16; at + 4 <= end; at += 4) brands.push(word(bytes, at));
  if (brands.some((brand) => /^avi[fs]$/.test(brand))) return 'avif';
  return brands.some((brand) => heicBrands.test(brand)) ? 'heic' : 'video';
}
