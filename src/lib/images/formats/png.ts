/** PNG (W3C PNG, third edition): chunks of length, name, data, checksum; `acTL` makes it an animation, `eXIf` holds Exif data. */
import { u32, word } from '../bytes.ts';
import { plainHeader, type ImageHeader } from '../header.ts';
import { findOrientation } from '../orientation.ts';

const signatureLength = 8;

export function readPng(bytes: Uint8Array): ImageHeader {
  const header: ImageHeader = { ...plainHeader, complete: false };
  for (let at = signatureLength; at + 12 <= bytes.length;) {
    const length = u32(bytes, at);
    const name = word(bytes, at + 4);
    const data = at + 8;
    if (data + length + 4 > bytes.length) break;
    if (name === 'IHDR') [header.width, header.height] = [u32(bytes, data), u32(bytes, data + 4)];
    if (name === 'acTL') header.frames = Math.max(1, u32(bytes, data));
    if (name === 'eXIf') header.orientation = findOrientation(bytes, data);
    if (name === 'IEND') return { ...header, complete: true };
    at = data + length + 4;
  }
  return header;
}
