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
  SizeRecord,
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

const thorough: Plan = { rounds: 7, roundMs: 500, framesMs: 2000, slowStepMs: 2000, slowRounds: 2 };
const hasty: Plan = { rounds: 3, roundMs: 200, framesMs: 0, slowStepMs: 800, slowRounds: 1 };
const curvePlan: Plan = { ...thorough, rounds: 3, roundMs: 300 };

/** What --quick leaves out: one step of these takes longer than all the others together. */
const slow: ContestantName[] = ['stock', 'jaxWebgl', 'jaxWebgpu'];

export async function main(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options });
  const { quick, sameness, only, json } = values;
  const chosen = sizesFor(quick, only);
  const started = Date.now();
  const browser = await openBrowser();
  const say = (text: string) => console.error(text);
  try {
    const floor = await measureFloor(browser);
    const measured: SizeRecord[] = [];
    for (const size of chosen)
      measured.push(await runSize(browser, size, quick ? hasty : thorough, say));
    const record: BenchRecord = {
      recorded: {
        command: ['npm run bench --', ...args].join(' '),
        date: new Date().toISOString().slice(0, 10),
        machine: `${cpus().length} cores, ${cpus()[0].model}, software WebGL`,
        browser: browser.version,
        seconds: Math.round((Date.now() - started) / 1000),
      },
      floor,
      sizes: measured,
      curves: quick || only ? [] : await allCurves(browser, say),
      sameness: sameness ? await runSameness(browser, say) : null,
    };
    console.log(printed(record));
    if (json) writeFileSync(json, `${JSON.stringify(record, null, 2)}\n`);
  } finally {
    await browser.close();
  }
}

function sizesFor(quick: boolean, only: string | undefined): Size[] {
  const names = sizes.map(({ name }) => name);
  if (only !== undefined && !names.includes(only))
    throw new Error(`--only ${only} is none of ${names.join(', ')}.`);
  if (only) return sizes.filter(({ name }) => name === only);
  if (!quick) return sizes;
  return sizes
    .filter(({ name }) => name === 'middling' || name === 'small')
    .map((size) => ({
      ...size,
      contestants: size.contestants.filter((name) => !slow.includes(name)),
    }));
}

async function measureFloor(browser: BenchBrowser): Promise<Floor> {
  const page = await browser.open();
  const floor = await page.evaluate(() => window.bench.floor());
  await page.context().close();
  return { ...floor, gflops: threeDigits(floor.gflops) };
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
