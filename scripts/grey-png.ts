/** A matrix of few levels as a grey PNG in a data address: four bits a number, no library. */
import { crc32, deflateSync } from 'node:zlib';

/** Levels 0 to 15, row-major; `levels[i]` becomes the grey `i / 15`. */
export function greyPng(levels: Uint8Array, width: number, height: number): string {
  const stride = Math.ceil(width / 2);
  const rows = new Uint8Array(height * (stride + 1)); // each line starts with its filter, 0
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++)
      rows[y * (stride + 1) + 1 + (x >> 1)]! |= levels[y * width + x]! << (x % 2 ? 0 : 4);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([4, 0, 0, 0, 0], 8); // four bits, grey, no interlacing
  const png = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
  return `data:image/png;base64,${png.toString('base64')}`;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
