import { crc32 as zlib } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { crc32 } from '../../../../src/lib/engine/runs/checksum.ts';
import { StorageError, storageError } from '../../../../src/lib/engine/runs/storage-error.ts';
import { upgraded } from '../../../../src/lib/engine/runs/upgrade.ts';

describe('an upgrade', () => {
  const steps = {
    1: ({ summary }: { summary: object }) => ({ summary: { ...summary, pinned: false } }),
    2: ({ summary }: { summary: object }) => ({ summary: { ...summary, colour: 'red' } }),
  };

  test('goes through every version in between', () => {
    const summary = { name: 'a' };
    expect(upgraded({ summary }, 1, steps, 3).summary).toEqual({
      name: 'a',
      pinned: false,
      colour: 'red',
    });
    expect(upgraded({ summary }, 2, steps, 3).summary).toEqual({ name: 'a', colour: 'red' });
    expect(upgraded({ summary }, 3, steps, 3).summary).toBe(summary);
  });

  test('refuses a version that it does not know', () => {
    const of = (version: unknown) => () => upgraded({ summary: {} }, version, steps, 3);
    expect(of(4)).toThrow('This run was made by a newer version of this site (format 4; this page knows up to 3).'); // prettier-ignore
    for (const version of [0, 1.5, '1', undefined]) expect(of(version)).toThrow(StorageError);
  });
});

describe('the checksum', () => {
  test('is that of zip and PNG', () => {
    expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
    const bytes = Uint8Array.from({ length: 1000 }, (_, i) => (i * i) % 251);
    expect(crc32(bytes)).toBe(zlib(bytes));
  });
});

describe('a failure of storage', () => {
  const kinds = {
    QuotaExceededError: 'full',
    SecurityError: 'denied',
    InvalidStateError: 'unavailable',
    VersionError: 'unavailable',
    UnknownError: 'unavailable',
  };

  test('has a kind and a sentence', () => {
    for (const [name, kind] of Object.entries(kinds)) {
      const error = storageError(new DOMException('internal words', name));
      expect(error).toBeInstanceOf(StorageError);
      expect(error).toMatchObject({ kind, message: expect.stringMatching(/^[A-Z][^]+\.$/) });
    }
  });

  test('is told from a mistake of the program', () => {
    const mistake = new TypeError('x is undefined');
    expect(storageError(mistake)).toBe(mistake);
  });
});
