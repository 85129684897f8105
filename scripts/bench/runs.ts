/** Runs the contestants of a size against each other: all pages open, a round of one after a round of the other. */
import type { Page } from 'playwright';
import type {
  Agreement,
  ContestantName,
  CurveAxis,
  CurvePoint,
  MissingRow,
  RowRecord,
  SizeRecord,
} from '../../src/lib/io/bench-record.ts';
import { tokenCount } from '../../src/lib/model/config.ts';
import { countParameters } from '../../src/lib/model/parameters.ts';
import type { TrainingSettings } from '../../src/lib/training/settings.ts';
import type { BenchBrowser } from './browser.ts';
import { initialWeights } from './initial-weights.ts';
import type { Opened } from './page.ts';
import { patiently } from './patiently.ts';
import { curveContestants, flopPerStep, type CurveSize, type Size } from './sizes.ts';
import { spreadOf, threeDigits } from './statistics.ts';

export interface Plan {
  rounds: number;
  /** Of one contestant's turn. */
  roundMs: number;
  /** The loss is read seldom only where ten steps take no longer than this. */
  seldomMs: number;
  /** For how long frames are watched; 0: not at all. */
  framesMs: number;
  /** All rounds of a contestant with slow steps take about so long: it gets fewer of them, at least one. */
  slowMs: number;
  /** How long a contestant's first two steps may take. */
  patienceMs: number;
}

interface Entered {
  name: ContestantName;
  page: Page;
  opened: Opened;
  /** Null where it was checked at another size. */
  agreement: Agreement | null;
  rounds: number;
  stepMs: number[];
  seldomMs: number[];
  submitMs: number[];
}

/** How often the loss is read where it is read seldom. */
const seldom = 10;

export async function runSize(
  browser: BenchBrowser,
  size: Size,
  plan: Plan,
  say: (text: string) => void,
): Promise<SizeRecord> {
  const { settings } = size;
  const rows: (RowRecord | MissingRow)[] = [];
  const entered: Entered[] = [];
  const weights = initialWeights(settings);
  for (const contestant of size.contestants) {
    try {
      say(`${size.name}: ${contestant} takes its first step`);
      const one = await enter(browser, contestant, settings, weights, plan);
      say(`${size.name}: ${contestant} is checked`);
      one.agreement = await agreementOf(one, settings);
      entered.push(one);
    } catch (error) {
      rows.push({ contestant, missing: reasonOf(error) });
    }
  }
  await alternate(entered, plan, (round) => say(`${size.name}: round ${round}`), true);
  for (const one of entered) {
    rows.push(await rowFor(one, settings, plan));
    await one.page.context().close();
  }
  return {
    name: size.name,
    label: size.label,
    batchSize: settings.batchSize,
    parameters: countParameters(settings.model),
    tokens: tokenCount(settings.model),
    flopPerStep: flopPerStep(settings),
    rows: size.contestants.map((name) => rows.find(({ contestant }) => contestant === name)!),
  };
}

export async function runCurve(
  browser: BenchBrowser,
  axis: CurveAxis,
  points: CurveSize[],
  plan: Plan,
  say: (text: string) => void,
): Promise<CurvePoint[]> {
  const measured: CurvePoint[] = [];
  for (const { value, settings } of points) {
    say(`${axis} ${value}`);
    const weights = initialWeights(settings);
    const entered: Entered[] = [];
    for (const name of curveContestants)
      entered.push(await enter(browser, name, settings, weights, plan));
    await alternate(entered, plan, () => undefined, false);
    const steps = Object.fromEntries(entered.map(({ name, stepMs }) => [name, spreadOf(stepMs)!]));
    measured.push({ value, steps });
    for (const { page } of entered) await page.context().close();
  }
  return measured;
}

async function enter(
  browser: BenchBrowser,
  name: ContestantName,
  settings: TrainingSettings,
  weights: Uint8Array,
  plan: Plan,
): Promise<Entered> {
  const page = await browser.open(weights);
  const opening = page.evaluate(([name, settings]) => window.bench.open(name, settings), [
    name,
    settings,
  ] as const);
  const opened = await patiently(plan.patienceMs, opening).catch(async (error: unknown) => {
    await page.context().close();
    throw error;
  });
  const affordable = Math.floor(plan.slowMs / opened.secondStepMs);
  const rounds = Math.max(1, Math.min(plan.rounds, affordable));
  return { name, page, opened, agreement: null, rounds, stepMs: [], seldomMs: [], submitMs: [] };
}

/** Turn by turn, so that a slow moment of the machine falls on all alike. */
async function alternate(
  entered: Entered[],
  plan: Plan,
  say: (round: number) => void,
  seldomToo: boolean,
): Promise<void> {
  for (let round = 1; round <= plan.rounds; round++) {
    say(round);
    for (const one of entered.filter(({ rounds }) => round <= rounds)) {
      const each = await turn(one.page, plan.roundMs, 1);
      one.stepMs.push(...each!.stepMs);
      one.submitMs.push(...each!.submitMs);
      if (!seldomToo || one.opened.secondStepMs * seldom > plan.seldomMs) continue;
      const few = await turn(one.page, plan.roundMs, seldom);
      one.seldomMs.push(...(few?.stepMs ?? []));
    }
  }
}

function turn(page: Page, ms: number, readEvery: number) {
  return page.evaluate(([ms, readEvery]) => window.bench.round(ms, readEvery), [
    ms,
    readEvery,
  ] as const);
}

async function rowFor(one: Entered, settings: TrainingSettings, plan: Plan): Promise<RowRecord> {
  const { name, page, opened } = one;
  const onGl = !['jaxWasm', 'jaxWebgpu'].includes(name);
  const given = [name, settings, plan.framesMs] as const;
  const watched = plan.framesMs > 0 && one.rounds === plan.rounds;
  const longestFrameMs = watched
    ? await page.evaluate(([, , ms]) => window.bench.frames(ms), given)
    : null;
  const longestFrameWorkerMs = watched
    ? await page.evaluate(([name, settings, ms]) => window.bench.workerFrames(name, settings, ms), given) // prettier-ignore
    : null;
  return {
    contestant: name,
    agreement: one.agreement!,
    step: spreadOf(one.stepMs)!,
    stepReadSeldom: spreadOf(one.seldomMs),
    submit: spreadOf(one.submitMs),
    rounds: one.rounds,
    firstStepMs: threeDigits(opened.firstStepMs),
    draws: onGl ? opened.draws : null,
    programs: onGl ? opened.programs : null,
    uploads: onGl ? opened.uploads : null,
    gpuBytes: onGl ? opened.gpuBytes : null,
    longestFrameMs: longestFrameMs && threeDigits(longestFrameMs),
    longestFrameWorkerMs: longestFrameWorkerMs && threeDigits(longestFrameWorkerMs),
  };
}

async function agreementOf({ page, name }: Entered, settings: TrainingSettings) {
  const { loss, gradient } = await page.evaluate(
    ([name, settings]) => window.bench.agreement(name, settings),
    [name, settings] as const,
  );
  return { loss: upTo(loss), gradient: gradient === null ? null : upTo(gradient) };
}

/** Two digits of an error; JSON has no word for infinity. */
function upTo(error: number): number {
  return Number.isFinite(error) ? Number(error.toPrecision(2)) : Number.MAX_VALUE;
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.replace(/^page\.evaluate: (Error: )?/, '').split('\n')[0];
}
