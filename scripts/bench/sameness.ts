/** The lab's default with either step: single steps from the same states, and whole runs from the same seeds. */
import type { Page } from 'playwright';
import type { SamenessRecord } from '../../src/lib/io/bench-record.ts';
import { defaultSettings } from '../../src/lib/training/settings.ts';
import type { BenchBrowser } from './browser.ts';
import { threeDigits } from './statistics.ts';

const steps = 60;
const singleSteps = 200;
const seeds = [1, 2, 3];

export async function runSameness(
  browser: BenchBrowser,
  say: (text: string) => void,
): Promise<SamenessRecord> {
  say(`sameness: ${singleSteps} single steps`);
  const largest = await inPage(browser, (page) =>
    page.evaluate((settings) => window.bench.singleSteps(settings), {
      ...defaultSettings,
      totalSteps: singleSteps,
    }),
  );
  const runs: SamenessRecord['runs'] = [];
  for (const seed of seeds) {
    say(`sameness: seed ${seed}`);
    const settings = { ...defaultSettings, totalSteps: steps, seed };
    const run = async (name: 'fused' | 'plain') => {
      const loss = await inPage(browser, (page) =>
        page.evaluate(([name, settings]) => window.bench.finalLoss(name, settings), [
          name,
          settings,
        ] as const),
      );
      return Number(loss.toPrecision(7));
    };
    runs.push({ seed, fused: await run('fused'), plain: await run('plain') });
  }
  const plain = runs.map((run) => run.plain);
  return {
    singleSteps: { steps: singleSteps, largest: Number(largest.toPrecision(2)) },
    steps,
    runs,
    gap: threeDigits(Math.max(...runs.map(({ fused, plain }) => Math.abs(fused - plain)))),
    spread: threeDigits(Math.max(...plain) - Math.min(...plain)),
  };
}

async function inPage<Result>(browser: BenchBrowser, work: (page: Page) => Promise<Result>) {
  const page = await browser.open();
  const result = await work(page);
  await page.context().close();
  return result;
}
