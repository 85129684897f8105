/** What the test runners report, as one list of cases; and how a title in a file names its cases. */
import { relative } from 'node:path';
import type { Tally, TestName } from '../../src/lib/io/fault-record.ts';

export interface TestCase {
  file: string;
  /** Without the groups that it stands in. */
  title: string;
  passed: boolean;
}

interface VitestReport {
  testResults: { name: string; assertionResults: { title: string; status: string }[] }[];
}

interface PlaywrightSuite {
  specs: { title: string; file: string; ok: boolean }[];
  suites?: PlaywrightSuite[];
}

export function vitestCases(json: string): TestCase[] {
  const { testResults } = JSON.parse(json) as VitestReport;
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ title, status }) => {
      return { file: slashed(relative('.', name)), title, passed: status === 'passed' };
    }),
  );
}

export function playwrightCases(json: string): TestCase[] {
  const within = ({ specs, suites = [] }: PlaywrightSuite): TestCase[] => [
    ...specs.map(({ title, file, ok }) => ({ file: `test/e2e/${file}`, title, passed: ok })),
    ...suites.flatMap(within),
  ];
  return (JSON.parse(json) as { suites: PlaywrightSuite[] }).suites.flatMap(within);
}

/** How many cases of a test passed and failed. */
export function tallyOf({ file, title }: TestName, cases: readonly TestCase[]): Tally {
  const named = new RegExp(
    `^${title
      .split(/%[sif]|\$\{[^}]*\}/)
      .map(escaped)
      .join('.*')}$`,
  );
  const own = cases.filter((one) => one.file === file && named.test(one.title));
  const passed = own.filter((one) => one.passed).length;
  return { passed, failed: own.length - passed };
}

const slashed = (path: string) => path.replaceAll('\\', '/');

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
