/**
 * Runs the tests of `faults/list.ts` and writes what they said to `content/faults.json`. The built site is tested too:
 * `npm run build` first.
 *
 *   npm run faults                      all of them
 *   npm run faults -- --reports FOLDER  those that have no report in that folder yet: unit.json, browser.json, e2e.json
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { format, resolveConfig } from 'prettier';
import type { FaultRecord } from '../src/lib/io/fault-record.ts';
import { promises } from './faults/list.ts';
import { playwrightCases, tallyOf, vitestCases, type TestCase } from './faults/reports.ts';
import { ensureChromium } from './find-browser.ts';

const target = 'content/faults.json';
const { values } = parseArgs({ options: { reports: { type: 'string' } } });
const folder = values.reports ?? mkdtempSync(join(tmpdir(), 'four-equations-faults-'));
process.env.CHROMIUM_PATH ??= ensureChromium();

const files = [...new Set(promises.flatMap(({ tests }) => tests.map(({ file }) => file)))];
const isBrowser = (file: string) => file.startsWith('test/browser/');
const isSite = (file: string) => file.startsWith('test/e2e/');

function runVitest(project: string, of: string[]): TestCase[] {
  const report = join(folder, `${project}.json`);
  if (!existsSync(report)) runVitestInto(report, project, of);
  return vitestCases(readFileSync(report, 'utf8'));
}

function runVitestInto(report: string, project: string, of: string[]): void {
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  run(['vitest', 'run', '--project', `${project}*`, ...reporters, ...of]);
}

function runPlaywright(of: string[]): TestCase[] {
  const report = join(folder, 'e2e.json');
  const command = ['playwright', 'test', '--project=pages', '--reporter=list,json', ...of];
  if (!existsSync(report)) run(command, { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return playwrightCases(readFileSync(report, 'utf8'));
}

/** A failing test is no reason to stop: the table says so. */
function run([program, ...rest]: string[], extra: Record<string, string> = {}): void {
  const env = { ...process.env, ...extra };
  spawnSync(program, rest, { stdio: 'inherit', env, shell: process.platform === 'win32' });
}

async function browserName(): Promise<string> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH });
  const name = `Chromium ${browser.version().split('.')[0]}`;
  await browser.close();
  return name;
}

const cases = [
  ...runVitest('unit', files.filter((file) => !isBrowser(file) && !isSite(file))), // prettier-ignore
  ...runVitest('browser', files.filter(isBrowser)),
  ...runPlaywright(files.filter(isSite)),
];
if (!values.reports) rmSync(folder, { recursive: true, force: true });

const rows = promises.map((row) => {
  return { ...row, tests: row.tests.map((test) => ({ ...test, ...tallyOf(test, cases) })) };
});
const date = new Date().toISOString().slice(0, 10);
const record: FaultRecord = { date, browser: await browserName(), rows };
const options = { ...(await resolveConfig(target)), filepath: target };
writeFileSync(target, await format(JSON.stringify(record), options));

const broken = rows.filter(({ tests }) => tests.some(({ passed, failed }) => failed > 0 || passed === 0)); // prettier-ignore
for (const { fault } of broken) console.error(`not held: ${fault}`);
console.log(`${rows.length - broken.length} of ${rows.length} promises held: ${target}`);
process.exitCode = broken.length === 0 ? 0 : 1;
