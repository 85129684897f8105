import { renderToString } from 'preact-render-to-string';
import { expect, test } from 'vitest';
import { Faults, heldBy } from '../../../../src/components/widgets/faults/Faults.tsx';
import type { FaultRecord } from '../../../../src/lib/io/fault-record.ts';

const tally = (passed: number, failed = 0) => ({ file: 'a', title: 'b', passed, failed });

test('what holds a promise is counted, and what does not is said', () => {
  expect(heldBy({ tests: [tally(1)] })).toBe('1 test');
  expect(heldBy({ tests: [tally(1), tally(18)] })).toBe('2 tests, 19 cases');
  expect(heldBy({ tests: [tally(1), tally(17, 1)] })).toBe('not held: 1 of 19 cases failed');
  expect(heldBy({ tests: [tally(1), tally(0)] })).toBe('not held: 1 test of 2 did not run');
});

test('every row stands in its part, with its promise', () => {
  const record: FaultRecord = {
    date: '2026-11-29',
    browser: 'Chromium 1',
    rows: [
      { part: 'page', fault: 'two tabs', promise: 'one trains', tests: [tally(2)] },
      { part: 'GPU', fault: 'no WebGL', promise: 'the CPU', tests: [tally(1)] },
    ],
  };
  const text = renderToString(<Faults record={record} />).replace(/<[^>]*>/g, '|');
  expect(text).toMatch(/of the GPU.*no WebGL.*the CPU.*1 test.*of the page.*two tabs.*one trains.*1 test, 2 cases/); // prettier-ignore
});
