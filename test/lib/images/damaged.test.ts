/** Damaged pictures: their headers are read or told to be broken, never more. The browser's part is in test/browser. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeProblem, headerNotes, headerProblem } from '../../../src/lib/images/admission.ts';
import { withoutOrientation } from '../../../src/lib/images/orientation.ts';
import { readHeader } from '../../../src/lib/images/read-header.ts';
import { damagedBytes, fuzzed, patience } from '../../fuzz.ts';

const folder = 'test/fixtures/images';
const pictures = readdirSync(folder)
  .filter((name) => !name.endsWith('.py'))
  .map((name) => new Uint8Array(readFileSync(`${folder}/${name}`)));
const svg = new TextEncoder().encode('<?xml version="1.0"?><svg viewBox="0 0 3 2"><path/></svg>');
const plain = /^odd\.bin (?!.*(undefined|NaN|\[object))[^]+\.$/;

test(
  'a damaged picture is refused in a sentence or has a size',
  () => {
    fc.assert(
      fc.property(damagedBytes(...pictures, svg), (bytes) => {
        const header = readHeader(bytes);
        const problem = headerProblem('odd.bin', bytes.length, header);
        if (problem !== null) {
          expect(problem).toMatch(plain);
          return;
        }
        expect(decodeProblem('odd.bin', header.format)).toMatch(plain);
        for (const note of headerNotes(header)) expect(note).not.toMatch(/undefined|NaN/);
        expect(header.width * header.height).toBeLessThanOrEqual(150_000_000);
        if (header.orientation)
          expect(withoutOrientation(bytes, header.orientation).length).toBeLessThanOrEqual(
            bytes.length,
          );
      }),
      fuzzed,
    );
  },
  patience,
);
