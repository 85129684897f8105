/** Odd files, decoded by a real browser: the right picture, or one clear sentence. */
import { describe, expect, test } from 'vitest';
import {
  decodeFile,
  describeDecoded,
  PictureError,
  shortName,
} from '../../src/components/reader/decode-file.ts';

const urls = import.meta.glob<string>('../fixtures/images/*.{png,jpg,gif,webp,avif,bmp,tif}', {
  query: '?url',
  import: 'default',
  eager: true,
});
const fixture = async (name: string) => (await fetch(urls[`../fixtures/images/${name}`]!)).blob();
const decode = async (name: string) => decodeFile(await fixture(name), name);
const sentenceOf = (file: Blob, name: string) =>
  decodeFile(file, name).then(
    () => 'it was opened',
    (error: unknown) =>
      error instanceof PictureError ? error.message : `not a sentence: ${error}`,
  );

type Decoded = Awaited<ReturnType<typeof decodeFile>>;
/** The colour in the middle of a quarter, as letters: r, g, b, w, k, or the numbers. */
function colourAt({ image: { pixels, width, height } }: Decoded, x: number, y: number): string {
  const at = (Math.floor(y * height) * width + Math.floor(x * width)) * 4;
  const levels = [...pixels.subarray(at, at + 3)].map((v) => (v > 215 ? 1 : v < 40 ? 0 : v));
  return (
    { '100': 'r', '010': 'g', '001': 'b', '111': 'w', '000': 'k' }[levels.join('')] ?? `${levels}`
  );
}
const quarters = (decoded: Decoded) =>
  [0.25, 0.75].flatMap((y) => [0.25, 0.75].map((x) => colourAt(decoded, x, y))).join('');

describe('the right picture', () => {
  test.each([
    'quarters.png',
    'quarters.bmp',
    'quarters.avif',
    'progressive.jpg',
    'lossless.webp',
    'lossy.webp',
  ])('%s', async (name) => {
    const decoded = await decode(name);
    expect(quarters(decoded)).toBe('rgbw');
    expect(describeDecoded(decoded)).toBe(`${name}, 24 × 16 pixels.`);
    expect(decoded.image).toMatchObject({
      id: 'mine',
      name,
      kind: 'upload',
      width: 24,
      height: 16,
    });
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])('of a camera held as orientation %i', async (orientation) => {
    const decoded = await decode(`orientation-${orientation}.jpg`);
    expect(quarters(decoded)).toBe('rgbw');
    expect(describeDecoded(decoded).includes('turned upright')).toBe(orientation !== 1);
  });

  test.each([
    ['turned.png', 24, 16],
    ['turned.webp', 24, 16],
    ['turned-large.webp', 512, 342],
  ])('of %s is turned once, by whoever', async (name, width, height) => {
    const decoded = await decode(name);
    expect([decoded.image.width, decoded.image.height]).toEqual([width, height]);
    expect(quarters(decoded)).toBe('rgbw');
    expect(describeDecoded(decoded)).toContain('turned upright');
  });

  test.each(['animated.gif', 'animated.png', 'animated.webp'])(
    'of %s is its first frame, and says so',
    async (name) => {
      const decoded = await decode(name);
      expect(quarters(decoded)).toBe('rgbw');
      expect(describeDecoded(decoded)).toBe(`${name}, 24 × 16 pixels, the first of 3 frames.`);
    },
  );

  test('of a CMYK JPEG has colours again', async () => {
    const decoded = await decode('cmyk.jpg');
    const { pixels, width } = decoded.image;
    const pixel = (x: number, y: number) =>
      pixels.subarray((y * width + x) * 4, (y * width + x) * 4 + 3);
    const [red, green, blue] = [pixel(6, 4), pixel(18, 4), pixel(6, 12)];
    for (const [channel, colour] of [red, green, blue].entries())
      for (const other of [0, 1, 2].filter((one) => one !== channel))
        expect(colour[channel]! - colour[other]!).toBeGreaterThan(80);
    expect(Math.min(...pixel(18, 12))).toBeGreaterThan(240);
    expect(describeDecoded(decoded)).toContain('CMYK');
  });

  test('of a transparent one stands on white', async () => {
    const decoded = await decode('transparent.png');
    expect(quarters(decoded)).toBe('wrwr');
    expect([...decoded.image.pixels].every((value, at) => at % 4 !== 3 || value === 255)).toBe(
      true,
    );
    expect(describeDecoded(decoded)).toContain('transparent parts laid on white');
  });

  test('of a single pixel is that pixel, with a warning', async () => {
    const decoded = await decode('dot.png');
    expect([...decoded.image.pixels]).toEqual([0, 0, 255, 255]);
    expect(describeDecoded(decoded)).toContain('all patches will be alike');
  });

  test('of 12,000 × 3,000 pixels is small, through no large canvas', async () => {
    const sizes: number[] = [];
    const { getContext } = HTMLCanvasElement.prototype;
    HTMLCanvasElement.prototype.getContext = function (this: HTMLCanvasElement, ...rest: never[]) {
      sizes.push(this.width * this.height);
      return (getContext as (...all: never[]) => unknown).apply(this, rest);
    } as typeof getContext;
    const decoded = await decode('wide.png').finally(
      () => (HTMLCanvasElement.prototype.getContext = getContext),
    );
    expect(quarters(decoded)).toBe('kwkw');
    expect([decoded.image.width, decoded.image.height]).toEqual([512, 128]);
    expect(describeDecoded(decoded)).toContain('made smaller from 12,000 × 3,000');
    expect(sizes).toEqual([512 * 128]);
  });
});

describe('an SVG', () => {
  const svg = (inside: string, root = 'viewBox="0 0 3 2"') =>
    new Blob([`<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inside}</svg>`]);
  const flag =
    '<path fill="#f00" d="M0 0h1.5v1H0z"/><path fill="#0f0" d="M1.5 0H3v1H1.5z"/><path fill="#00f" d="M0 1h1.5v1H0z"/><path fill="#fff" d="M1.5 1H3v1H1.5z"/>';

  test.each([
    ['its view box alone', 'viewBox="0 0 3 2"', 341],
    ['a size in pixels', 'width="30" height="20px" viewBox="0 0 3 2"', 341],
    ['a size in percent', 'width="100%" height="100%" viewBox="0 0 3 2"', 341],
  ])('with %s is drawn large and sharp', async (_, root, height) => {
    const decoded = await decodeFile(svg(flag, root), 'flag.svg');
    expect([decoded.image.width, decoded.image.height]).toEqual([512, height]);
    expect(quarters(decoded)).toBe('rgbw');
  });

  test('with a size and no view box is drawn whole', async () => {
    const half = '<rect width="15" height="20" fill="#f00"/>';
    const decoded = await decodeFile(svg(half, 'width="30" height="20"'), 'half.svg');
    expect(quarters(decoded)).toBe('rwrw');
  });

  test('runs no script and loads nothing', async () => {
    const nasty = svg(
      `<script>parent.ran = window.ran = true</script>
       <image href="/nasty-probe.png" width="3" height="2"/>
       <image xmlns:x="http://www.w3.org/1999/xlink" x:href="/nasty-probe.png" width="3" height="2"/>
       <style>@import url(/nasty-probe.css); rect { fill: url(/nasty-probe.svg#a) }</style>
       <foreignObject width="3" height="2"><p xmlns="http://www.w3.org/1999/xhtml">text</p></foreignObject>
       ${flag}`,
      'viewBox="0 0 3 2" onload="window.ran = true"',
    );
    const decoded = await decodeFile(nasty, 'nasty.svg');
    expect(quarters(decoded)).toBe('rgbw');
    expect('ran' in window).toBe(false);
    const asked = performance.getEntriesByType('resource').map(({ name }) => name);
    expect(asked.filter((name) => name.includes('nasty-probe'))).toEqual([]);
  });

  test('of entities within entities ends in a sentence, and at once', async () => {
    const lines = Array.from({ length: 12 }, (_, i) =>
      i === 0 ? '<!ENTITY e0 "laugh">' : `<!ENTITY e${i} "${`&e${i - 1};`.repeat(10)}">`,
    ).join('');
    const bomb = new Blob([
      `<!DOCTYPE svg [${lines}]><svg xmlns="http://www.w3.org/2000/svg"><text>&e11;</text></svg>`,
    ]);
    const before = performance.now();
    expect(await sentenceOf(bomb, 'bomb.svg')).toContain('bomb.svg is damaged');
    expect(performance.now() - before).toBeLessThan(5_000);
  });

  test('that is not well formed ends in a sentence', async () => {
    expect(await sentenceOf(new Blob(['<svg><g></svg>']), 'open.svg')).toMatch(
      /^open\.svg is damaged/,
    );
  });
});

describe('one clear sentence', () => {
  test.each([
    ['an empty file', new Blob([]), /is empty \(0 bytes\): choose another/],
    [
      'a text',
      new Blob(['These are words.']),
      /is no picture that this page can read: choose a PNG/,
    ],
    ['a page', new Blob(['<!doctype html><svg></svg>']), /is no picture/],
    ['a PDF', new Blob(['%PDF-1.7 ']), /is a PDF document.*save the page/],
  ])('for %s', async (_, file, expected) => {
    expect(await sentenceOf(file, 'odd.bin')).toMatch(expected);
  });

  test.each(['quarters.png', 'progressive.jpg', 'lossless.webp', 'animated.gif', 'quarters.avif'])(
    'for %s, cut off',
    async (name) => {
      const file = await fixture(name);
      expect(await sentenceOf(file.slice(0, file.size * 0.7), name)).toBe(
        `${name} is cut off before its end: save or download it again, or choose another picture.`,
      );
    },
  );

  test('for 50,000 × 50,000 pixels, undecoded', async () => {
    const bytes = new Uint8Array(await (await fixture('quarters.png')).arrayBuffer());
    new DataView(bytes.buffer).setUint32(16, 50_000);
    new DataView(bytes.buffer).setUint32(20, 50_000);
    expect(await sentenceOf(new Blob([bytes]), 'absurd.png')).toContain('50,000 × 50,000');
  });

  test('for a header with nothing right behind it', async () => {
    const bytes = new Uint8Array(await (await fixture('quarters.png')).arrayBuffer());
    bytes.fill(0x55, 41, bytes.length - 12);
    expect(await sentenceOf(new Blob([bytes]), 'noise.png')).toMatch(
      /^noise\.png is (damaged|cut off)/,
    );
  });

  test('for a TIFF that this browser does not know', async () => {
    expect(await sentenceOf(await fixture('quarters.tif'), 'a.tif')).toMatch(
      /TIFF.*save it as JPEG or PNG/,
    );
  });

  test('for a file that is gone', async () => {
    const gone = new Blob(['x']);
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    expect(await sentenceOf(gone, 'gone.png')).toMatch(/cannot be read.*Choose it again/);
  });
});

test('a long or odd file name becomes a short and plain one', () => {
  expect(shortName('a.png')).toBe('a.png');
  expect(shortName('\u202egnp.exe\n')).toBe('gnp.exe');
  expect(shortName('  ')).toBe('picture');
  expect([...shortName(`${'x'.repeat(300)}-end.png`)]).toHaveLength(37);
  expect(shortName(`${'x'.repeat(300)}-end.png`)).toMatch(/…xxxx-end\.png$/);
});
