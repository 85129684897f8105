/** WebP (RFC 9649): a RIFF file with one of `VP8 ` (lossy), `VP8L` (lossless), `VP8X` (extended, animations). */
import { little, word } from '../bytes.ts';
import { plainHeader, type ImageHeader } from '../header.ts';

const animationFlag = 0x02;

export function readWebp(bytes: Uint8Array): ImageHeader {
  const complete = little(bytes, 4, 4) + 8 <= bytes.length;
  const animated = word(bytes, 12) === 'VP8X' && (bytes[20]! & animationFlag) !== 0;
  const frames = animated ? Math.max(1, countChunks(bytes, 'ANMF')) : 1;
  return { ...plainHeader, ...sizeOf(bytes), complete, frames };
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

function countChunks(bytes: Uint8Array, name: string): number {
  let count = 0;
  for (let at = 12; at + 8 <= bytes.length;) {
    if (word(bytes, at) === name) count++;
    const length = little(bytes, at + 4, 4);
    at += 8 + length + (length % 2);
  }
  return count;
}
