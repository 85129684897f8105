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
const wanted = process.argv.slice(2);
const isWanted = ({ name }: Stage) => wanted.length === 0 || wanted.includes(name);
const report = (name: string) => join(reports, `${name}.json`);

/** One round after another. In a round its first lane has the terminal; the second is quiet until a stage is over. */
const rounds: Stage[][][] = [
  [
    [{ name: 'build', command: ['npm', 'run', 'build'] }],
    [
      { name: 'format', command: ['prettier', '--check', '.'] },
      { name: 'lint', command: ['eslint', '.'] },
    ],
  ],
  // The browser's tests leave a core free.
  [
    [vitest('browser')],
    [
      vitest('unit'),
      { name: 'types', command: ['astro', 'check', '--minimumFailingSeverity', 'warning'] },
    ],
  ],
  [
    [
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
    ],
  ],
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

async function run({ name, command, count }: Stage, quiet: boolean): Promise<Count> {
  const started = Date.now();
  if (!quiet) console.log(`\n— ${name}: ${command.slice(0, 4).join(' ')}`);
  const { status, said } = await spawned(command, quiet);
  const counted = count ? readCount(name, count) : { passed: 0, failed: 0 };
  // A stage that fails without a failing test (a crash, a formatting error) is itself one failure.
  if (status !== 0 && counted.failed === 0) counted.failed = 1;
  if (status === 0 && !count) counted.passed = 1;
  console.log(
    `${said}— ${name}: ${counted.passed} passed, ${counted.failed} failed in ${Math.round((Date.now() - started) / 1000)} s`,
  );
  return counted;
}

/** The counts of a lane's stages, one after another. */
async function runLane(lane: Stage[], quiet: boolean): Promise<Count[]> {
  const counts: Count[] = [];
  for (const stage of lane.filter(isWanted)) counts.push(await run(stage, quiet));
  return counts;
}

function readCount(name: string, count: (report: string) => Count): Count {
  try {
    return count(readFileSync(report(name), 'utf8'));
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** What a quiet stage said is given back when it is over. */
function spawned(
  [program, ...rest]: string[],
  quiet: boolean,
): Promise<{ status: number; said: string }> {
  return new Promise((resolve) => {
    const child = spawn(program!, rest, {
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: {
        ...process.env,
        ASTRO_TELEMETRY_DISABLED: '1',
        PLAYWRIGHT_JSON_OUTPUT_FILE: report('e2e'),
      },
      shell: process.platform === 'win32',
    });
    const parts: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr])
      stream?.on('data', (part: Buffer) => parts.push(part));
    const end = (status: number) =>
      resolve({ status, said: Buffer.concat(parts).toString('utf8') });
    child.on('error', () => end(1));
    child.on('close', (code) => end(code ?? 1));
  });
}

process.env.CHROMIUM_PATH ??= ensureChromium();
const total: Count = { passed: 0, failed: 0 };
for (const lanes of rounds) {
  const counts = await Promise.all(lanes.map((lane, i) => runLane(lane, i > 0)));
  for (const { passed, failed } of counts.flat()) {
    total.passed += passed;
    total.failed += failed;
  }
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
