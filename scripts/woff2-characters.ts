/**
 * Which characters a WOFF2 font has, read from its character map.
 *
 * WOFF2 is a directory of tables and one Brotli stream that holds them in the same order (W3C, WOFF File Format 2.0).
 */
import { brotliDecompressSync } from 'node:zlib';

const headerLength = 48;
const arbitraryTag = 63;
/** Indices of the format's list of known tags. */
const known = { cmap: 0, glyf: 10, loca: 11 };

/** The code points that the font can show. */
export function woff2Characters(file: Buffer): Set<number> {
  if (file.toString('latin1', 0, 4) !== 'wOF2') throw new Error('not a WOFF2 file');
  const { tables, end } = directory(file);
  const stream = brotliDecompressSync(file.subarray(end, end + file.readUInt32BE(20)));
  let offset = 0;
  for (const { tag, length } of tables) {
    if (tag === known.cmap) return characters(stream.subarray(offset, offset + length));
    offset += length;
  }
  throw new Error('a font without a character map');
}

interface Table {
  tag: number;
  /** Bytes in the stream. */
  length: number;
}

function directory(file: Buffer): { tables: Table[]; end: number } {
  let at = headerLength;
  const number = () => {
    let value = 0;
    for (;;) {
      const byte = file[at++]!;
      value = value * 128 + (byte & 127);
      if (byte < 128) return value;
    }
  };
  const tables = Array.from({ length: file.readUInt16BE(12) }, () => {
    const flags = file[at++]!;
    const tag = flags & 63;
    if (tag === arbitraryTag) at += 4;
    const plain = number();
    return { tag, length: isTransformed(tag, flags >> 6) ? number() : plain };
  });
  return { tables, end: at };
}

/** Glyphs and their places are transformed in version 0, every other table in any other version. */
function isTransformed(tag: number, version: number): boolean {
  return tag === known.glyf || tag === known.loca ? version === 0 : version !== 0;
}

function characters(cmap: Buffer): Set<number> {
  const found = new Set<number>();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const map = cmap.subarray(cmap.readUInt32BE(4 + i * 8 + 4));
    const format = map.readUInt16BE(0);
    if (format === 4) segments(map, found);
    else if (format === 12) groups(map, found);
  }
  found.delete(0xffff);
  return found;
}

/** Format 4: runs of the basic plane. */
function segments(map: Buffer, found: Set<number>): void {
  const twice = map.readUInt16BE(6);
  for (let i = 0; i < twice; i += 2) {
    const last = map.readUInt16BE(14 + i);
    const first = map.readUInt16BE(16 + twice + i);
    for (let point = first; point <= last; point++) found.add(point);
  }
}

/** Format 12: runs of all planes. */
function groups(map: Buffer, found: Set<number>): void {
  for (let i = 0; i < map.readUInt32BE(12); i++) {
    const at = 16 + i * 12;
    for (let point = map.readUInt32BE(at); point <= map.readUInt32BE(at + 4); point++)
      found.add(point);
  }
}
