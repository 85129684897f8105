/**
 * The whole test suite, stage by stage, with one closing line: `N passed, N failed`.
 *
 *   npm test                 everything
 *   npm test -- unit e2e     only the stages named
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureChromium } from './find-browser.ts';

interface Count {
  passed: number;
  failed: number;
}

interface Stage {
  name: string;
  command: string[];
  /** Reads the counts from the report file; a stage without one counts as a single test. */
  count?: (report: string) => Count;
}

const reports = mkdtempSync(join(tmpdir(), 'four-equations-'));
const report = (name: string) => join(reports, `${name}.json`);

const stages: Stage[] = [
  { name: 'format', command: ['prettier', '--check', '.'] },
  { name: 'lint', command: ['eslint', '.'] },
  { name: 'build', command: ['npm', 'run', 'build'] },
  { name: 'types', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
  vitest('unit'),
  vitest('browser'),
  {
    name: 'e2e',
    command: ['playwright', 'test', '--project=pages', '--reporter=list,json'],
    count: (json) => {
      const { stats } = JSON.parse(json) as {
        stats: { expected: number; unexpected: number; flaky: number };
      };
      return { passed: stats.expected + stats.flaky, failed: stats.unexpected };
    },
  },
];

function vitest(project: string): Stage {
  return {
    name: project,
    command: [
      'vitest',
      'run',
      '--project',
      `${project}*`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report(project)}`,
    ],
    count: (json) => {
      const { numPassedTests, numFailedTests } = JSON.parse(json) as {
        numPassedTests: number;
        numFailedTests: number;
      };
      return { passed: numPassedTests, failed: numFailedTests };
    },
  };
}

async function run({ name, command, count }: Stage): Promise<Count> {
  const started = Date.now();
  console.log(`\n— ${name}: ${command.slice(0, 4).join(' ')}`);
  const status = await spawned(command, { PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e') });
  const counted = count ? readCount(name, count) : { passed: 0, failed: 0 };
  // A stage that fails without a failing test (a crash, a formatting error) is itself one failure.
  if (status !== 0 && counted.failed === 0) counted.failed = 1;
  if (status === 0 && !count) counted.passed = 1;
  console.log(
    `— ${name}: ${counted.passed} passed, ${counted.failed} failed in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return counted;
}

function readCount(name: string, count: (report: string) => Count): Count {
  try {
    return count(readFileSync(report(name), 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

function spawned([program, ...rest]: string[], extra: Record<string, string>): Promise<number> {
  return new Promise((resolve) => {
    const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', ...extra };
    const child = spawn(program, rest, {
      stdio: 'inherit',
      env,
      shell: process.platform === 'win32',
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

const wanted = process.argv.slice(2);
process.env.CHROMIUM_PATH ??= ensureChromium();
const total: Count = { passed: 0, failed: 0 };
for (const stage of stages.filter(({ name }) => wanted.length === 0 || wanted.includes(name))) {
  const { passed, failed } = await run(stage);
  total.passed += passed;
  total.failed += failed;
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
