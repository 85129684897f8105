import sharp from 'sharp';
import { expect, test } from 'vitest';
import { greyPng } from '../../scripts/grey-png.ts';

test('a decoder reads the same levels back, an odd width too', async () => {
  const levels = Uint8Array.of(0, 8, 15, 1, 2, 3);
  const png = Buffer.from(greyPng(levels, 3, 2).split(',')[1]!, 'base64');
  const { data, info } = await sharp(png)
    .extractChannel(0)
    .raw()
    .toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([3, 2]);
  expect([...data]).toEqual([...levels].map((level) => level * 17));
});
