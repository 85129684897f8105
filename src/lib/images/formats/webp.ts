/** WebP (RFC 9649): a RIFF file with one of `VP8 ` (lossy), `VP8L` (lossless), `VP8X` (extended, animations, Exif). */
import { little, word } from '../bytes.ts';
import { plainHeader, type ImageHeader } from '../header.ts';
import { findOrientation } from '../orientation.ts';

const animationFlag = 0x02;
const exifMark = 'Exif\0\0';

export function readWebp(bytes: Uint8Array): ImageHeader {
  const header: ImageHeader = {
    ...plainHeader,
    ...sizeOf(bytes),
    complete: little(bytes, 4, 4) + 8 <= bytes.length,
  };
  if (word(bytes, 12) !== 'VP8X') return header;
  const animated = (bytes[20]! & animationFlag) !== 0;
  let frames = 0;
  for (const { name, data } of chunks(bytes)) {
    if (name === 'ANMF') frames++;
    if (name === 'EXIF') {
      const marked = word(bytes, data, exifMark.length) === exifMark;
      header.orientation = findOrientation(bytes, data + (marked ? exifMark.length : 0));
    }
  }
  return { ...header, frames: animated ? Math.max(1, frames) : 1 };
}

function sizeOf(bytes: Uint8Array): { width: number; height: number } {
  const kind = word(bytes, 12);
  if (kind === 'VP8X') return { width: little(bytes, 24, 3) + 1, height: little(bytes, 27, 3) + 1 };
  if (kind === 'VP8L') {
    const bits = little(bytes, 21, 4);
    return { width: (bits % 16384) + 1, height: (Math.floor(bits / 16384) % 16384) + 1 };
  }
  return { width: little(bytes, 26, 2) % 16384, height: little(bytes, 28, 2) % 16384 };
}

/** Chunks of name, length, data; odd lengths are padded. */
function* chunks(bytes: Uint8Array): Generator<{ name: string; data: number }> {
  for (let at = 12; at + 8 <= bytes.length;) {
    yield { name: word(bytes, at), data: at + 8 };
    const length = little(bytes, at + 4, 4);
    at += 8 + length + (length % 2);
  }
}
