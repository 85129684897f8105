/** BMP: the size stands at 18 and 22 (negative heights are stored top down), the file's length at 2. */
import { little } from '../bytes.ts';
import { plainHeader, type ImageHeader } from '../header.ts';

export function readBmp(bytes: Uint8Array): ImageHeader {
  const old = little(bytes, 14, 4) === 12;
  const [width, height] = old
    ? [little(bytes, 18, 2), little(bytes, 20, 2)]
    : [little(bytes, 18, 4), Math.abs(little(bytes, 22, 4) | 0)];
  return { ...plainHeader, width, height, complete: little(bytes, 2, 4) <= bytes.length };
}
