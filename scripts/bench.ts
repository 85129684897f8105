/**
 * Measures a training step against its rivals in headless Chromium.
 *
 *   npm run bench                     all sizes and curves, a quarter of an hour
 *   npm run bench -- --quick          two sizes, few rounds, under a minute
 *   npm run bench -- --only middling  one size
 *   npm run bench -- --sameness       whole runs of the fused and the plain step as well
 *   npm run bench -- --json FILE      the record as well: the site shows content/bench.json
 *   npm run bench -- --resume …       goes on with the FILE of a run that was broken off, of the same command
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type { BenchRecord, ContestantName, CurveAxis, Floor } from '../src/lib/io/bench-record.ts';
import { openBrowser, type BenchBrowser } from './bench/browser.ts';
import { runCurve, runSize, type Plan } from './bench/runs.ts';
import { runSameness } from './bench/sameness.ts';
import { curves, sizes, type Size } from './bench/sizes.ts';
import { threeDigits } from './bench/statistics.ts';
import { printed } from './bench/table.ts';

const options = {
  quick: { type: 'boolean', default: false },
  sameness: { type: 'boolean', default: false },
  only: { type: 'string' },
  json: { type: 'string' },
  resume: { type: 'boolean', default: false },
} as const;

const thorough: Plan = {
  rounds: 7,
  roundMs: 500,
  seldomMs: 4000,
  framesMs: 2000,
  slowMs: 10_000,
  patienceMs: 100_000,
};
const hasty: Plan = {
  rounds: 3,
  roundMs: 200,
  seldomMs: 1000,
  framesMs: 0,
  slowMs: 1000,
  patienceMs: 30_000,
};
const curvePlan: Plan = { ...thorough, rounds: 3, roundMs: 300 };

/** Of --quick: programs take seconds to compile, for each contestant anew. */
const quickSizes = ['middling', 'small'];
const quickContestants: ContestantName[] = ['ops', 'fused', 'jaxWasm'];

export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const { quick, sameness, only, json, resume } = values;
  const chosen = sizesFor(quick, only);
  const browser = await openBrowser();
  const say = (text: string) => console.error(text);
  try {
    const record =
      resume && json && existsSync(json)
        ? (JSON.parse(readFileSync(json, 'utf8')) as BenchRecord)
        : await startRecord(browser, args);
    const started = Date.now() - 1000 * record.recorded.seconds;
    const save = () => {
      record.recorded.seconds = Math.round((Date.now() - started) / 1000);
      if (json) writeFileSync(json, `${JSON.stringify(record, null, 2)}\n`);
    };
    const done = ({ name }: Size) => record.sizes.some((size) => size.name === name);
    for (const size of chosen.filter((size) => !done(size))) {
      record.sizes.push(await runSize(browser, size, quick ? hasty : thorough, say));
      record.floor = higher(record.floor, await measureFloor(browser));
      save();
    }
    const axes = quick || only ? [] : (Object.keys(curves) as CurveAxis[]);
    for (const axis of axes.filter((axis) => !record.curves.some((curve) => curve.axis === axis))) {
      const points = await runCurve(browser, axis, curves[axis], curvePlan, say);
      record.curves.push({ axis, points });
      save();
    }
    if (sameness) record.sameness ??= await runSameness(browser, say);
    save();
    console.log(printed(record));
  } finally {
    await browser.close();
  }
}

async function startRecord(browser: BenchBrowser, args: string[]): Promise<BenchRecord> {
  return {
    recorded: {
      command: ['npm run bench --', ...withoutFile(args)].join(' '),
      date: new Date().toISOString().slice(0, 10),
      machine: `${cpus().length} cores, ${cpus()[0].model}, software WebGL`,
      browser: browser.version,
      seconds: 0,
    },
    floor: await measureFloor(browser),
    sizes: [],
    curves: [],
    sameness: null,
  };
}

/** Where the record goes, and in how many goes, is no part of what was measured. */
function withoutFile(args: string[]): string[] {
  const at = args.indexOf('--json');
  const rest = at < 0 ? args : args.toSpliced(at, 2);
  return rest.filter((arg) => arg !== '--resume');
}

function sizesFor(quick: boolean, only: string | undefined): Size[] {
  const names = sizes.map(({ name }) => name);
  if (only !== undefined && !names.includes(only))
    throw new Error(`--only ${only} is none of ${names.join(', ')}.`);
  if (only) return sizes.filter(({ name }) => name === only);
  if (!quick) return sizes;
  return sizes
    .filter(({ name }) => quickSizes.includes(name))
    .map((size) => ({ ...size, contestants: quickContestants }));
}

async function measureFloor(browser: BenchBrowser): Promise<Floor> {
  const page = await browser.open();
  const floor = await page.evaluate(() => window.bench.floor());
  await page.context().close();
  return { ...floor, gflops: threeDigits(floor.gflops) };
}

function higher(a: Floor, b: Floor): Floor {
  return a.gflops > b.gflops ? a : b;
}
