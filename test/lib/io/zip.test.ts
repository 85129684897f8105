import fc from 'fast-check';
import { zipSync, type Zippable } from 'fflate';
import { describe, expect, test } from 'vitest';
import { crc32, readZip } from '../../../src/lib/io/zip.ts';
import { runs } from '../cases.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const limits = { names: ['a', 'b'], largest: 1000 };
const stored: Zippable = {
  a: [bytes('one'), { level: 0 }],
  b: [bytes('two, two, two, two, two'), {}],
};

/** A zip file with one number of four bytes changed, counted from where a signature begins. */
function changed(file: Uint8Array, signature: number, offset: number, value: number): Uint8Array {
  const copy = file.slice();
  const view = new DataView(copy.buffer);
  const at = copy.findIndex(
    (_, i) => i + 4 <= copy.length && view.getUint32(i, true) === signature,
  );
  view.setUint32(at + offset, value, true);
  return copy;
}

const entry = 0x02014b50;
const end = 0x06054b50;

describe('a zip file', () => {
  test('has the checksum of the standard’s example', () => {
    expect(crc32(bytes('123456789'))).toBe(0xcbf43926);
    expect(crc32(bytes(''))).toBe(0);
  });

  test('gives its wanted parts, stored or deflated, and no others', () => {
    const file = zipSync({ ...stored, c: bytes('three'), '../a': bytes('four'), __proto__: bytes('five') }); // prettier-ignore
    const parts = readZip(file, limits);
    expect([...parts.keys()]).toEqual(['a', 'b']);
    expect([...parts.values()].map((part) => new TextDecoder().decode(part))).toEqual(['one', 'two, two, two, two, two']); // prettier-ignore
  });

  test('is found in a larger buffer, and with a comment at its end', () => {
    const file = zipSync(stored);
    const shifted = new Uint8Array(file.length + 5);
    shifted.set(file, 5);
    expect(readZip(shifted.subarray(5), limits).size).toBe(2);
    const commented = Uint8Array.from([...file.slice(0, -2), 3, 0, ...bytes('PK!')]);
    expect(readZip(commented, limits).size).toBe(2);
  });
});

const good = zipSync(stored);
const bomb = zipSync({ a: new Uint8Array(5_000_000) });

/** Each with a part of what is said about it. */
const hostile: [what: string, file: Uint8Array, said: string][] = [
  ['empty', new Uint8Array(0), 'it has no list of parts at its end'],
  ['cut off', good.slice(0, -30), 'it has no list of parts at its end'],
  ['a megabyte of nothing', new Uint8Array(2 ** 20), 'it has no list of parts at its end'],
  ['5 MB where 1,000 bytes are allowed', bomb, 'it claims 5,000,000 bytes, and at most 1,000 are unpacked'], // prettier-ignore
  ['5 MB that claim to be 10 bytes', changed(bomb, entry, 24, 10), 'a cannot be unpacked to the 10 bytes that it claims'], // prettier-ignore
  ['more promised than there is', changed(good, entry, 24, 4), 'a has 3 bytes in place of 4'],
  ['another checksum', changed(good, entry, 16, 1), 'a is damaged: its checksum is another one'],
  ['a part beyond the end', changed(good, entry, 42, 1e9), 'a is not where it should be'],
  ['a part longer than the file', changed(good, entry, 20, 1e6), 'a is cut off'],
  ['an unknown packing', changed(good, entry, 8, 14 << 16), 'a is packed in an unknown way, 14'],
  ['a list beyond the end', changed(good, end, 16, 1e9), 'its list of parts is damaged'],
  ['65,535 parts', changed(good, end, 8, 0xffffffff), 'it has 65,535 parts'],
  ['one part more than there is', changed(good, end, 8, 3 | (3 << 16)), 'its list of parts is damaged'], // prettier-ignore
];

describe('a zip file that cannot be read is refused in words:', () => {
  test.each(hostile)('%s', (_, file, said) => {
    expect(() => readZip(file, limits)).toThrow(`This is not a zip file that can be read: ${said}`);
  });

  test('the same part twice', () => {
    const file = zipSync({ a: bytes('one'), x: bytes('two') });
    const renamed = file.map((byte) => (byte === 'x'.charCodeAt(0) ? 'a'.charCodeAt(0) : byte));
    expect(() => readZip(renamed, limits)).toThrow('a is in it twice');
  });

  test('any damage to a good one changes nothing unnoticed', () => {
    const expected = readZip(good, limits);
    const damage = fc.array(fc.tuple(fc.nat({ max: good.length - 1 }), fc.nat({ max: 255 })), { minLength: 1, maxLength: 4 }); // prettier-ignore
    fc.assert(
      fc.property(damage, (changes) => {
        const file = good.slice();
        changes.forEach(([at, byte]) => (file[at] = byte));
        try {
          for (const [name, part] of readZip(file, limits))
            expect(part).toEqual(expected.get(name));
        } catch (error) {
          expect((error as Error).message).toContain('This is not a zip file that can be read');
        }
      }),
      { ...runs, numRuns: 15 * runs.numRuns },
    );
  });
});
