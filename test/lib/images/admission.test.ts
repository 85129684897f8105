import { describe, expect, test } from 'vitest';
import {
  decodeProblem,
  fileProblem,
  headerNotes,
  headerProblem,
  keptSize,
  limits,
} from '../../../src/lib/images/admission.ts';
import { plainHeader } from '../../../src/lib/images/header.ts';
import type { Format } from '../../../src/lib/images/sniff.ts';

const header = { ...plainHeader, width: 24, height: 16, format: 'png' as Format };

/** One sentence: about the file, with what to do after a colon, and one full stop. */
const sentence = /^cat\.png [^.:]+(\.\d[^.:]*)*: [^.]+\.$/;

describe('a file that is not opened gets one sentence that says what to do', () => {
  test.each([
    ['empty', fileProblem('cat.png', 0)],
    ['heavy', fileProblem('cat.png', limits.bytes + 1)],
    ['no picture', headerProblem('cat.png', 99, { ...header, format: 'unknown' })],
    ['a PDF', headerProblem('cat.png', 99, { ...header, format: 'pdf' })],
    ['a huge SVG', headerProblem('cat.png', limits.svgBytes + 1, { ...header, format: 'svg' })],
    ['absurd', headerProblem('cat.png', 99, { ...header, width: 50_000, height: 50_000 })],
    ['cut off', headerProblem('cat.png', 99, { ...header, complete: false })],
    ['damaged', decodeProblem('cat.png', 'png')],
    ['HEIC', decodeProblem('cat.png', 'heic')],
  ])('%s', (_, problem) => {
    expect(problem).toMatch(sentence);
  });

  test('with both numbers where there are two', () => {
    const absurd = headerProblem('cat.png', 99, { ...header, width: 50_000, height: 50_000 });
    expect(absurd).toContain('50,000 × 50,000');
    expect(absurd).toContain('150,000,000');
    expect(fileProblem('cat.png', 70 * 2 ** 20)).toMatch(/70 MB.*64 MB/);
  });
});

test('what is fine, and what only some browsers open, is let through', () => {
  expect(fileProblem('cat.png', 1)).toBeNull();
  expect(headerProblem('cat.png', 99, header)).toBeNull();
  expect(headerProblem('cat.png', 99, { ...header, width: 12_000, height: 12_000 })).toBeNull();
  expect(headerProblem('cat.heic', 99, { ...plainHeader, format: 'heic' })).toBeNull();
});

test('a picture is kept at 512 pixels at most, and never at none', () => {
  expect(keptSize(300, 200)).toEqual({ width: 300, height: 200 });
  expect(keptSize(12_000, 9_000)).toEqual({ width: 512, height: 384 });
  expect(keptSize(1, 12_000)).toEqual({ width: 1, height: 512 });
});

test('the notes tell all that was done', () => {
  expect(headerNotes(plainHeader)).toEqual([]);
  const turned = { value: 6 as const, at: 0, littleEndian: true };
  const notes = headerNotes({
    ...plainHeader,
    width: 9_000,
    height: 12_000,
    frames: 12,
    cmyk: true,
    orientation: turned,
  });
  expect(notes).toEqual([
    'made smaller from 12,000 × 9,000',
    'the first of 12 frames',
    'turned upright, as the camera noted',
    'converted from printers’ inks (CMYK)',
  ]);
  expect(headerNotes({ ...plainHeader, width: 1, height: 1 })[0]).toContain('single pixel');
});
