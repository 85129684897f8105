import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeSafetensors, encodeSafetensors, storedValues, type NamedArray } from '../../../src/lib/io/safetensors.ts'; // prettier-ignore
import { damagedBytes, damagedJson, fuzzed, patience, readOrRefused } from '../../fuzz.ts';
import { runs } from '../cases.ts';

/** A file with any header and so many bytes of data. */
function fileOf(header: unknown, dataBytes = 0): Uint8Array {
  const text = new TextEncoder().encode(
    typeof header === 'string' ? header : JSON.stringify(header),
  );
  const file = new Uint8Array(8 + text.length + dataBytes);
  new DataView(file.buffer).setBigUint64(0, BigInt(text.length), true);
  file.set(text, 8);
  return file;
}

const entry = (shape: unknown, data_offsets: unknown, dtype: unknown = 'F32') => ({
  dtype,
  shape,
  data_offsets,
});

const named: fc.Arbitrary<NamedArray[]> = fc.uniqueArray(
  fc.record({
    name: fc.string({ minLength: 1 }).filter((name) => name !== '__metadata__'),
    shape: fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 }),
    seed: fc.float({ noNaN: true, noDefaultInfinity: true }),
  }),
  { selector: ({ name }) => name, maxLength: 6 },
).map((list) => list.map(({ name, shape, seed }) => {
  const length = shape.reduce((product, side) => product * side, 1);
  return { name, shape, values: Float32Array.from({ length }, (_, i) => seed * (i + 1)) };
})); // prettier-ignore

describe('a safetensors file', () => {
  test('gives back what was written, whatever the names and shapes', () => {
    fc.assert(
      fc.property(named, (tensors) => {
        const { tensors: read } = decodeSafetensors(encodeSafetensors(tensors));
        expect(read.size).toBe(tensors.length);
        for (const { name, shape, values } of tensors) {
          expect(read.get(name)!.shape).toEqual(shape);
          expect(storedValues(read.get(name)!)).toEqual(values);
        }
      }),
      runs,
    );
  });

  test('begins its numbers at a multiple of eight bytes', () => {
    for (const name of ['a', 'ab', 'abc', 'ä']) {
      const file = encodeSafetensors([{ name, shape: [1], values: Float32Array.of(1) }]);
      expect(Number(new DataView(file.buffer).getBigUint64(0, true)) % 8).toBe(0);
    }
  });

  test('in half precision is half as long and rounds', () => {
    const tensors = [{ name: 'x', shape: [3], values: Float32Array.of(1, 1 / 3, 70_000) }];
    const stored = decodeSafetensors(encodeSafetensors(tensors, { type: 'F16' })).tensors.get('x')!;
    expect(stored.bytes.length).toBe(6);
    expect([...storedValues(stored)]).toEqual([1, 0.333251953125, Infinity]);
  });

  test('keeps its metadata', () => {
    const metadata = { format: 'pt', note: 'größer' };
    expect(decodeSafetensors(encodeSafetensors([], { metadata })).metadata).toEqual(metadata);
  });

  test('reads bfloat16, at any place in a larger buffer', () => {
    const file = fileOf({ x: entry([2], [0, 4], 'BF16') }, 4);
    file.set([0x80, 0x3f, 0x00, 0xc0], file.length - 4);
    const shifted = new Uint8Array(file.length + 3);
    shifted.set(file, 3);
    const { tensors } = decodeSafetensors(shifted.subarray(3));
    expect([...storedValues(tensors.get('x')!)]).toEqual([1, -2]);
  });

  test('may hold whole numbers, which are left alone until asked for', () => {
    const { tensors } = decodeSafetensors(fileOf({ n: entry([], [0, 8], 'I64') }, 8));
    expect(() => storedValues(tensors.get('n')!)).toThrow('Numbers of type I64 cannot be read');
  });

  test('is not written when a shape does not fit', () => {
    const wrong = { name: 'x', shape: [2, 2], values: new Float32Array(3) };
    expect(() => encodeSafetensors([wrong])).toThrow('x: shape [2, 2] holds 4 numbers, not 3');
  });
});

/** Each with a part of what is said about it. */
const hostile: [what: string, file: Uint8Array, said: string][] = [
  ['empty', new Uint8Array(0), 'it has only 0 bytes'],
  ['shorter than a length', new Uint8Array(7), 'it has only 7 bytes'],
  ['a header longer than the file', new Uint8Array([255, 0, 0, 0, 0, 0, 0, 0, 123]), 'its header claims 255 bytes, but 1 follow'], // prettier-ignore
  ['a header of 2^64 − 1 bytes', new Uint8Array(16).fill(255), 'its header claims 18,446,744,073,709,551,615 bytes'], // prettier-ignore
  ['no JSON', fileOf('not json'), 'its header is no JSON text'],
  ['JSON nested 100,000 deep', fileOf('['.repeat(100_000)), 'its header is no JSON'],
  ['broken UTF-8', new Uint8Array([1, 0, 0, 0, 0, 0, 0, 0, 0xff]), 'its header is no JSON text'],
  ['a list for a header', fileOf([]), 'its header is no JSON object'],
  ['null for a header', fileOf('null'), 'its header is no JSON object'],
  ['an entry that is a number', fileOf({ x: 1 }), 'what it says of x is no JSON object'],
  ['an unknown type', fileOf({ x: entry([1], [0, 4], 'F31') }, 4), 'x has the unknown type F31'],
  [
    'a type of the prototype',
    fileOf({ x: entry([1], [0, 4], 'toString') }, 4),
    'unknown type toString',
  ],
  ['a negative side', fileOf({ x: entry([-1], [0, 4]) }, 4), 'the shape of x is not a list'],
  ['a side of 1e300', fileOf({ x: entry([1e300], [0, 4]) }, 4), 'the shape of x is not a list'],
  ['a side of half', fileOf({ x: entry([0.5], [0, 2]) }, 2), 'the shape of x is not a list'],
  ['a thousand axes', fileOf({ x: entry(Array(1000).fill(1), [0, 4]) }, 4), 'the shape of x is not a list'], // prettier-ignore
  ['no shape', fileOf({ x: entry(undefined, [0, 4]) }, 4), 'the shape of x is not a list'],
  ['three offsets', fileOf({ x: entry([1], [0, 4, 8]) }, 8), 'the place of x is not two whole numbers'], // prettier-ignore
  ['offsets in words', fileOf({ x: entry([1], ['0', '4']) }, 4), 'the place of x is not two'],
  ['an end before the beginning', fileOf({ x: entry([1], [8, 4]) }, 8), 'needs 4 bytes and has -4'],
  ['a shape of 2^80 numbers', fileOf({ x: entry([2 ** 40, 2 ** 40], [0, 4]) }, 4), 'and has 4'],
  ['too few bytes for the shape', fileOf({ x: entry([3], [0, 8]) }, 8), 'x of shape [3] needs 12 bytes and has 8'], // prettier-ignore
  ['tensors that overlap', fileOf({ a: entry([2], [0, 8]), b: entry([2], [4, 12]) }, 12), 'b overlaps'], // prettier-ignore
  ['a gap between tensors', fileOf({ a: entry([1], [0, 4]), b: entry([1], [8, 12]) }, 12), '4 bytes before b belong to no tensor'], // prettier-ignore
  ['data cut off', fileOf({ x: entry([2], [0, 8]) }, 7), 'its tensors need 8 bytes, but 7 follow'],
  ['a terabyte promised', fileOf({ x: entry([2 ** 38], [0, 2 ** 40]) }, 4), 'its tensors need 1,099,511,627,776 bytes'], // prettier-ignore
  ['data left over', fileOf({ x: entry([1], [0, 4]) }, 5), '1 bytes after the last tensor'],
  ['metadata of numbers', fileOf({ __metadata__: { a: 1 } }), 'its metadata are not texts'],
];

describe('a file that is no safetensors file is refused in words:', () => {
  test.each(hostile)('%s', (_, file, said) => {
    expect(() => decodeSafetensors(file)).toThrow(said);
  });

  test('a name like __proto__ is a name like another', () => {
    const file = fileOf('{"__proto__":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}}', 4);
    expect([...decodeSafetensors(file).tensors.keys()]).toEqual(['__proto__']);
    expect(({} as Record<string, unknown>).dtype).toBeUndefined();
  });

  test(
    'any bytes, and any damage to a good file, are refused or read, never more',
    () => {
      const header = { a: entry([2, 3], [0, 24]), b: entry([4], [24, 40]) };
      const good = encodeSafetensors([
        { name: 'a', shape: [2, 3], values: new Float32Array(6) },
        { name: 'b', shape: [4], values: new Float32Array(4) },
      ]);
      fc.assert(
        fc.property(damagedBytes(good), (file) => {
          const read = readOrRefused(() => decodeSafetensors(file));
          for (const { bytes } of read?.tensors.values() ?? [])
            expect(bytes.length).toBeLessThanOrEqual(file.length);
        }),
        fuzzed,
      );
      fc.assert(
        fc.property(damagedJson(header), (one) => {
          readOrRefused(() => decodeSafetensors(fileOf(one, 40)));
        }),
        fuzzed,
      );
    },
    patience,
  );
});
