/** Damaged pictures, decoded by a real browser as the picker decodes them: a picture, or one sentence. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeFile, describeDecoded } from '../../src/components/reader/decode-file.ts';
import { damagedBytes, expectRefusal, fuzzed, patience } from '../fuzz.ts';

const urls = import.meta.glob<string>('../fixtures/images/*.{png,jpg,gif,webp,avif,bmp}', {
  query: '?url',
  import: 'default',
  eager: true,
});
/** Small ones: what is tried is the reading, not the size. */
const small = Object.values(urls).filter((url) => !/wide|large/.test(url));
const svg =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 3 2"><g id="a"><path d="M0 0h3v2z"/></g><use href="#a"/></svg>';

test(
  'a damaged file is a picture or ends in one sentence',
  async () => {
    const files = await Promise.all(
      small.map(async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer())),
    );
    const damaged = damagedBytes(...files, new TextEncoder().encode(svg));
    let opened = 0;
    await fc.assert(
      fc.asyncProperty(damaged, async (bytes) => {
        const given = new Blob([bytes as Uint8Array<ArrayBuffer>]);
        try {
          const decoded = await decodeFile(given, 'odd.bin');
          const { pixels, width, height } = decoded.image;
          expect(pixels.length).toBe(4 * width * height);
          expect(Math.max(width, height)).toBeLessThanOrEqual(512);
          expect(describeDecoded(decoded)).not.toMatch(/undefined|NaN/);
          opened += 1;
        } catch (error) {
          expectRefusal(error, 'PictureError');
        }
      }),
      fuzzed,
    );
    expect(opened).toBeGreaterThan(0);
    expect(opened).toBeLessThan(fuzzed.numRuns);
  },
  patience,
);
