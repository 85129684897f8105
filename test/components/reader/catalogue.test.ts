import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bundled, garments, photographs } from '../../../src/components/reader/catalogue.ts';
import { readHeader } from '../../../src/lib/images/read-header.ts';

const folder = 'public/data/fashion-mnist';
const area = 28 * 28;

test('every bundled picture has an id of its own, fit for an address, and a licence', () => {
  expect(new Set(bundled.map(({ id }) => id)).size).toBe(bundled.length);
  for (const { id, licence } of bundled) {
    expect(id).toMatch(/^[a-z][a-z0-9-]*$/);
    expect(id).not.toBe('mine');
    expect(licence).toMatch(/CC0|MIT|computed here/);
  }
});

describe('photographs', () => {
  test.each(photographs.map(({ id }) => id))('%s is there, with a thumbnail and a source', (id) => {
    const read = (name: string) =>
      readHeader(readFileSync(`public/photographs/${id}-${name}.webp`));
    expect(read('224')).toMatchObject({ format: 'webp', width: 224, height: 224, complete: true });
    expect(read('thumb')).toMatchObject({ format: 'webp', width: 96, height: 96 });
    expect(readFileSync('public/photographs/SOURCES.txt', 'utf8')).toMatch(
      new RegExp(`^${id} `, 'm'),
    );
  });
});

describe('garments', () => {
  const { classNames } = JSON.parse(readFileSync(`${folder}/manifest.json`, 'utf8')) as {
    classNames: string[];
  };
  const dozen = gunzipSync(readFileSync(`${folder}/dozen.shard`));
  const pictures = garments.map((_, i) =>
    dozen.subarray(garments.length + i * area, garments.length + (i + 1) * area),
  );

  test('are a dozen of the validation part, none of them seen in training', () => {
    expect(dozen).toHaveLength(12 * (area + 1));
    const validation = gunzipSync(readFileSync(`${folder}/validation-0.shard`));
    const count = validation.length / (area + 1);
    for (const [i, picture] of pictures.entries()) {
      const at = validation.indexOf(picture, count);
      expect((at - count) % area).toBe(0);
      expect(validation[(at - count) / area]).toBe(dozen[i]);
    }
    expect(existsSync(`${folder}/LICENSE`)).toBe(true);
  });

  test('show every class, under its name', () => {
    const named = garments.map(({ name }, i) => [name, classNames[dozen[i]!]!] as const);
    for (const [name, truth] of named.slice(0, 10)) expect(name).toBe(truth);
    expect(new Set(named.map(([, truth]) => truth))).toEqual(new Set(classNames));
  });
});
