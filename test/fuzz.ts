/**
 * Damage with a fixed seed: what a reader may be given, and what may be said of it.
 *
 * Each run of the tests tries the same few hundred cases; `npm run test:long` sets LONG (and VITE_LONG for the browser) and
 * tries ten thousand.
 */
import fc from 'fast-check';
import { expect } from 'vitest';

const { LONG, VITE_LONG } = import.meta.env as Record<string, string | undefined>;

/** For `fc.assert`. */
export const fuzzed = { numRuns: LONG || VITE_LONG ? 10_000 : 300, seed: 1 };

/** Milliseconds that a test of `fuzzed` may take. */
export const patience = 600_000;

/** Bytes of good files with a few of them changed, cut off, doubled, or exchanged for another file's; and any bytes. */
export function damagedBytes(...good: Uint8Array[]): fc.Arbitrary<Uint8Array> {
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...good).chain(damagedFile) },
    { weight: 1, arbitrary: mixed(good) },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 64 }) },
  );
}

function damagedFile(file: Uint8Array): fc.Arbitrary<Uint8Array> {
  const last = Math.max(0, file.length - 1);
  const place = fc.oneof(fc.nat({ max: last }), fc.nat({ max: Math.min(last, 100) }));
  const changes = fc.array(fc.tuple(place, fc.nat({ max: 255 })), { minLength: 1, maxLength: 6 });
  const numbers = fc.constantFrom(0, 1, 0x7fff_ffff, 0x8000_0000, 0xffff_ffff);
  return fc.oneof(
    changes.map((list) => changed(file, list)),
    fc.tuple(place, numbers).map(([at, number]) => changed(file, bytesOf(number).map((byte, i) => [at + i, byte]))), // prettier-ignore
    place.map((length) => file.slice(0, length)),
    fc.tuple(place, place).map(([a, b]) => joined(file.subarray(0, a), file.subarray(b))),
    fc.tuple(place, fc.uint8Array({ maxLength: 16 })).map(([at, more]) => joined(file.subarray(0, at), more, file.subarray(at))), // prettier-ignore
  );
}

/** The beginning of one file and the end of another. */
function mixed(good: readonly Uint8Array[]): fc.Arbitrary<Uint8Array> {
  const share = fc.nat({ max: 100 });
  const part = fc.tuple(fc.constantFrom(...good), share);
  return fc.tuple(part, part).map(([[a, until], [b, from]]) =>
    joined(
      a.subarray(0, (a.length * until) / 100),
      b.subarray((b.length * from) / 100),
    ),
  ); // prettier-ignore
}

function changed(file: Uint8Array, changes: readonly (readonly number[])[]): Uint8Array {
  const copy = file.slice();
  for (const [at, byte] of changes) copy[at!] = byte!;
  return copy;
}

const bytesOf = (number: number) => [24, 16, 8, 0].map((shift) => (number >>> shift) & 255);

const joined = (...parts: Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]));

const oddTexts = ['', '__proto__', 'constructor', '%', '%zz', '%00', '\0', '1e999', '-0', 'none', '💥', '\ud800', '9'.repeat(400), '<img src=x>', "';alert(1)//", '../../..', '*', '{}']; // prettier-ignore

/** A text that is odd, or any. */
export const oddText = fc.oneof(fc.constantFrom(...oddTexts), fc.string({ maxLength: 40 }));

/** Queries of good links with odd values and keys among theirs; and any texts. */
export function damagedQuery(...keys: string[]): fc.Arbitrary<string> {
  const key = fc.oneof(fc.constantFrom(...keys), oddText);
  const value = fc.oneof(oddText, fc.double().map(String), fc.integer().map(String));
  const pairs = fc.array(fc.tuple(key, value), { maxLength: 8 });
  const query = pairs.map((list) => `?${list.map((pair) => pair.join('=')).join('&')}`);
  return fc.oneof(query, fc.string());
}

const deep = JSON.parse(`${'['.repeat(200)}${']'.repeat(200)}`) as unknown;

const oddValue = fc.oneof(
  fc.constantFrom<unknown>(null, true, [], {}, [[]], deep, { length: 1e9 }, { toString: 1, valueOf: 1 }, 1e308, -1, 0.5, 2 ** 53), // prettier-ignore
  oddText,
  fc.double(),
  fc.integer(),
);

/** JSON values in which one to three parts are gone or something else. */
export function damagedJson(good: unknown): fc.Arbitrary<unknown> {
  const damage = fc.tuple(fc.nat(), fc.option(oddValue, { freq: 6, nil: undefined }));
  return fc
    .array(damage, { minLength: 1, maxLength: 3 })
    .map((list) => list.reduce((value, [at, odd]) => withDamage(value, at, odd), good));
}

function withDamage(value: unknown, at: number, odd: unknown): unknown {
  const copy = structuredClone(value);
  const holders: [holder: Record<string, unknown>, key: string][] = [];
  const visit = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, inner] of Object.entries(part)) {
      holders.push([part as Record<string, unknown>, key]);
      visit(inner);
    }
  };
  visit(copy);
  if (holders.length === 0) return odd;
  const [holder, key] = holders[at % holders.length]!;
  if (odd === undefined) delete holder[key];
  else holder[key] = odd;
  return copy;
}

/**
 * What `work` gives, or null where it refused with an error of the class `kind` and a sentence; any other error fails the
 * test, those of the JavaScript engine among them.
 */
export function readOrRefused<Result>(work: () => Result, kind = 'Error'): Result | null {
  try {
    return work();
  } catch (error) {
    expectRefusal(error, kind);
    return null;
  }
}

/** A sentence in plain words, of an error that was meant. */
export function expectRefusal(error: unknown, kind = 'Error'): void {
  const { name, message } = error as Error;
  expect({ name, message }).toEqual({ name: kind, message: expect.stringMatching(/^\S[^]* /) });
  expect(message).not.toMatch(/undefined|\bNaN\b|\[object|is not a function|Cannot read/);
}
