/**
 * Measures a training step against its rivals in headless Chromium.
 *
 *   npm run bench                     all sizes and curves, a quarter of an hour
 *   npm run bench -- --quick          two sizes, few rounds, under a minute
 *   npm run bench -- --only middling  one size
 *   npm run bench -- --sameness       whole runs of the fused and the plain step as well
 *   npm run bench -- --json FILE      the record as well: the site shows content/bench.json
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import type {
  BenchRecord,
  ContestantName,
  CurveAxis,
  CurveRecord,
  Floor,
} from '../src/lib/io/bench-record.ts';
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
  const { quick, sameness, only, json } = values;
  const chosen = sizesFor(quick, only);
  const browser = await openBrowser();
  const say = (text: string) => console.error(text);
  try {
    const record = await startRecord(browser, args);
    const started = Date.now();
    const save = () => {
      record.recorded.seconds = Math.round((Date.now() - started) / 1000);
      if (json) writeFileSync(json, `${JSON.stringify(record, null, 2)}\n`);
    };
    for (const size of chosen) {
      record.sizes.push(await runSize(browser, size, quick ? hasty : thorough, say));
      record.floor = higher(record.floor, await measureFloor(browser));
      save();
    }
    if (!quick && !only) record.curves = await allCurves(browser, say);
    if (sameness) record.sameness = await runSameness(browser, say);
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

/** Where the record goes is no part of what was measured. */
function withoutFile(args: string[]): string[] {
  const at = args.indexOf('--json');
  return at < 0 ? args : args.toSpliced(at, 2);
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

async function allCurves(
  browser: BenchBrowser,
  say: (text: string) => void,
): Promise<CurveRecord[]> {
  const records: CurveRecord[] = [];
  for (const [axis, points] of Object.entries(curves) as [CurveAxis, (typeof curves)[CurveAxis]][])
    records.push({ axis, points: await runCurve(browser, axis, points, curvePlan, say) });
  return records;
}
