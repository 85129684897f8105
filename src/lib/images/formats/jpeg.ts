/** JPEG (ITU-T T.81): segments of marker and length; SOFn holds the size, APP1 the Exif data, EOI ends the file. */
import { u16, u8, word } from '../bytes.ts';
import { plainHeader, type ImageHeader } from '../header.ts';
import { findOrientation } from '../orientation.ts';

const marker = { endOfImage: 0xd9, startOfScan: 0xda, app1: 0xe1 };
/** Start of frame: C0 to CF without the tables (C4), the extension (C8) and the arithmetic conditioning (CC). */
const isFrame = (code: number) =>
  code >= 0xc0 && code <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(code);
/** Markers without a length: TEM and the restarts. */
const standsAlone = (code: number) => code === 0x01 || (code >= 0xd0 && code <= 0xd8);

export function readJpeg(bytes: Uint8Array): ImageHeader {
  const header: ImageHeader = { ...plainHeader, complete: false };
  for (let at = 2; at + 4 <= bytes.length;) {
    const code = u8(bytes, at + 1);
    if (u8(bytes, at) !== 0xff || code === 0xff || standsAlone(code)) {
      at += u8(bytes, at) === 0xff && standsAlone(code) ? 2 : 1;
      continue;
    }
    const data = at + 4;
    if (isFrame(code)) {
      [header.height, header.width] = [u16(bytes, data + 1), u16(bytes, data + 3)];
      header.cmyk = u8(bytes, data + 5) === 4;
    }
    if (code === marker.app1 && word(bytes, data, 4) === 'Exif')
      header.orientation ??= findOrientation(bytes, data + 6);
    if (code === marker.startOfScan) return { ...header, complete: endsAfter(bytes, data) };
    if (code === marker.endOfImage) return header;
    at += 2 + u16(bytes, at + 2);
  }
  return header;
}

/** Whether the end marker comes after the scan has begun; inside a scan 0xff is always followed by 0. */
function endsAfter(bytes: Uint8Array, scan: number): boolean {
  for (let at = bytes.length - 2; at > scan; at--)
    if (bytes[at] === 0xff && bytes[at + 1] === marker.endOfImage) return true;
  return false;
}
