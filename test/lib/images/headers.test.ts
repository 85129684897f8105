import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readHeader } from '../../../src/lib/images/read-header.ts';
import { sniff } from '../../../src/lib/images/sniff.ts';

const fixture = (name: string) => new Uint8Array(readFileSync(`test/fixtures/images/${name}`));
const ascii = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const small = { width: 24, height: 16, frames: 1, complete: true, cmyk: false };

describe('a header says format, size, frames, inks', () => {
  test.each([
    ['quarters.png', { ...small, format: 'png' }],
    ['quarters.bmp', { ...small, format: 'bmp' }],
    ['quarters.avif', { ...small, format: 'avif' }],
    ['progressive.jpg', { ...small, format: 'jpeg' }],
    ['grey.jpg', { ...small, format: 'jpeg' }],
    ['cmyk.jpg', { ...small, format: 'jpeg', cmyk: true }],
    ['lossy.webp', { ...small, format: 'webp' }],
    ['lossless.webp', { ...small, format: 'webp' }],
    ['animated.webp', { ...small, format: 'webp', frames: 3 }],
    ['animated.gif', { ...small, format: 'gif', frames: 3 }],
    ['animated.png', { ...small, format: 'png', frames: 3 }],
    ['dot.png', { ...small, format: 'png', width: 1, height: 1 }],
    ['wide.png', { ...small, format: 'png', width: 12_000, height: 3_000 }],
  ])('%s', (name, expected) => {
    expect(readHeader(fixture(name))).toEqual(expected);
  });

  test('a JPEG on its side is stored with rows and columns exchanged', () => {
    const { width, height, orientation } = readHeader(fixture('orientation-6.jpg'));
    expect([width, height, orientation?.value]).toEqual([16, 24, 6]);
  });
});

describe('a file that was cut off is known by its header', () => {
  test.each([
    'quarters.png',
    'progressive.jpg',
    'orientation-6.jpg',
    'lossy.webp',
    'animated.gif',
    'animated.webp',
    'quarters.avif',
    'quarters.bmp',
  ])('%s', (name) => {
    const bytes = fixture(name);
    for (const part of [0.3, 0.6, 0.95]) {
      const cut = readHeader(bytes.subarray(0, Math.floor(bytes.length * part)));
      expect({ part, complete: cut.complete }).toEqual({ part, complete: false });
    }
  });

  test('but what stands after the end does no harm', () => {
    for (const name of ['quarters.png', 'progressive.jpg', 'animated.gif', 'lossy.webp']) {
      const longer = new Uint8Array([...fixture(name), ...ascii('and a video of a telephone')]);
      expect(readHeader(longer).complete).toBe(true);
    }
  });
});

describe('the format is known by the bytes, not by the name', () => {
  const box = (brand: string, ...others: string[]) =>
    ascii(
      `\0\0\0${String.fromCharCode(16 + 4 * others.length)}ftyp${brand}\0\0\0\0${others.join('')}`,
    );
  test.each([
    ['svg', ascii('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    [
      'svg',
      ascii(
        '\xef\xbb\xbf<?xml version="1.0"?>\n<!-- <html> --><!DOCTYPE svg [ <!ENTITY a "b"> ]>\n<svg>',
      ),
    ],
    ['svg', ascii('\xff\xfe<\0s\0v\0g\0>\0')],
    ['svg', ascii('<s:svg xmlns:s="http://www.w3.org/2000/svg">')],
    ['unknown', ascii('<html><svg></svg></html>')],
    ['unknown', ascii('<svgs>')],
    ['unknown', ascii('An essay on svg')],
    ['unknown', new Uint8Array(0)],
    ['unknown', ascii('RIFF\0\0\0\0WAVEfmt ')],
    ['heic', box('heic', 'mif1', 'heic')],
    ['heic', box('mif1', 'mif1', 'heic')],
    ['avif', box('mif1', 'avif')],
    ['video', box('isom', 'mp42')],
    ['tiff', fixture('quarters.tif')],
    ['pdf', ascii('%PDF-1.7')],
    ['packed', ascii('PK\x03\x04')],
  ])('%s', (format, bytes) => {
    expect(sniff(bytes)).toBe(format);
  });
});
