/** `content/faults.json` is what `npm run faults` writes of its list, and every test that it names is there. */
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import faults from '../../content/faults.json';
import { promises } from '../../scripts/faults/list.ts';
import { playwrightCases, tallyOf, vitestCases } from '../../scripts/faults/reports.ts';
import type { FaultRecord } from '../../src/lib/io/fault-record.ts';

const { rows } = faults as FaultRecord;

describe('the table of faults', () => {
  test('has the rows of the list: npm run faults writes it anew', () => {
    const named = rows.map(({ tests, ...row }) => {
      return { ...row, tests: tests.map(({ file, title }) => ({ file, title })) };
    });
    expect(named).toEqual(promises);
  });

  test.each(rows.map((row) => [row.fault, row] as const))(
    '%s: every test is there and held when it was run',
    (_, { tests }) => {
      expect(tests.length).toBeGreaterThan(0);
      for (const { file, title, passed, failed } of tests) {
        expect(existsSync(file), file).toBe(true);
        const quoted = [`'${title}'`, `\`${title}\``];
        const source = readFileSync(file, 'utf8');
        expect(
          quoted.some((text) => source.includes(text)),
          `${title} in ${file}`,
        ).toBe(true);
        expect({ title, failed }).toEqual({ title, failed: 0 });
        expect(passed).toBeGreaterThan(0);
      }
    },
  );
});

describe('the reports of the runners', () => {
  const unit = JSON.stringify({
    testResults: [
      {
        name: `${process.cwd()}/test/a.test.ts`,
        assertionResults: [
          { title: 'at step 7 (again)', status: 'passed' },
          { title: 'at step 16 (again)', status: 'failed' },
        ],
      },
    ],
  });
  const site = JSON.stringify({
    suites: [{ specs: [], suites: [{ specs: [{ title: 'reads', file: 'b.spec.ts', ok: true }] }] }],
  });

  test('count the cases of a title', () => {
    const cases = [...vitestCases(unit), ...playwrightCases(site)];
    const tally = (file: string, title: string) => tallyOf({ file, title }, cases);
    expect(tally('test/a.test.ts', 'at step %i (again)')).toEqual({ passed: 1, failed: 1 });
    expect(tally('test/a.test.ts', 'at step ${n} (again)')).toEqual({ passed: 1, failed: 1 });
    expect(tally('test/a.test.ts', 'at step 7')).toEqual({ passed: 0, failed: 0 });
    expect(tally('test/e2e/b.spec.ts', 'reads')).toEqual({ passed: 1, failed: 0 });
  });
});
