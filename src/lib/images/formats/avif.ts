/** AVIF (ISO base media file format): boxes of length and name; `ispe` holds the size of each stored picture. */
import { indexOfWord, u32, word } from '../bytes.ts';
import { plainHeader, type ImageHeader } from '../header.ts';

export function readAvif(bytes: Uint8Array): ImageHeader {
  const frames = word(bytes, 8) === 'avis' ? Infinity : 1;
  return { ...plainHeader, ...largestPicture(bytes), frames, complete: boxesFit(bytes) };
}

function largestPicture(bytes: Uint8Array): { width: number; height: number } {
  let found = { width: 0, height: 0 };
  for (let at = indexOfWord(bytes, 'ispe'); at >= 0; at = indexOfWord(bytes, 'ispe', at + 4)) {
    const [width, height] = [u32(bytes, at + 8), u32(bytes, at + 12)];
    if (width * height > found.width * found.height) found = { width, height };
  }
  return found;
}

/** Length 0 means "to the end", 1 that eight bytes of length follow. */
function boxesFit(bytes: Uint8Array): boolean {
  let at = 0;
  while (at + 8 <= bytes.length) {
    const short = u32(bytes, at);
    if (short === 0) return true;
    const length = short === 1 ? u32(bytes, at + 8) * 2 ** 32 + u32(bytes, at + 12) : short;
    if (length < 8) return false;
    at += length;
  }
  return at === bytes.length;
}
