/** GIF (87a, 89a): a screen, then extensions (0x21) and images (0x2c) in sub-blocks, then 0x3b. */
import { little, u8 } from '../bytes.ts';
import { plainHeader, type ImageHeader } from '../header.ts';

export function readGif(bytes: Uint8Array): ImageHeader {
  const header = { ...plainHeader, width: little(bytes, 6, 2), height: little(bytes, 8, 2) };
  let frames = 0;
  let at = 13 + tableBytes(u8(bytes, 10));
  while (at < bytes.length && bytes[at] !== 0x3b) {
    const isImage = bytes[at] === 0x2c;
    if (!isImage && bytes[at] !== 0x21) break;
    at = afterSubBlocks(bytes, isImage ? at + 11 + tableBytes(u8(bytes, at + 9)) : at + 2);
    if (isImage && at <= bytes.length) frames++;
  }
  return { ...header, frames: Math.max(1, frames), complete: frames > 0 && at <= bytes.length };
}

/** A colour table's length follows from a packed byte. */
function tableBytes(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

/** The position after a chain of sub-blocks; past the end of the file when the chain is. */
function afterSubBlocks(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at < bytes.length && bytes[at] !== 0) at += u8(bytes, at) + 1;
  return at + 1;
}
