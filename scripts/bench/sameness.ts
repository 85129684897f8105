/** Whole runs of the lab's default with either step, from the same seeds: they must end alike. */
import type { SamenessRecord } from '../../src/lib/io/bench-record.ts';
import { defaultSettings } from '../../src/lib/training/settings.ts';
import type { BenchBrowser } from './browser.ts';
import { threeDigits } from './statistics.ts';

const steps = 60;
const seeds = [1, 2, 3];

export async function runSameness(
  browser: BenchBrowser,
  say: (text: string) => void,
): Promise<SamenessRecord> {
  const runs: SamenessRecord['runs'] = [];
  for (const seed of seeds) {
    say(`sameness: seed ${seed}`);
    const settings = { ...defaultSettings, totalSteps: steps, seed };
    const run = async (name: 'fused' | 'plain') => {
      const page = await browser.open();
      const loss = await page.evaluate(
        ([name, settings]) => window.bench.finalLoss(name, settings),
        [name, settings] as const,
      );
      await page.context().close();
      return Number(loss.toPrecision(7));
    };
    runs.push({ seed, fused: await run('fused'), plain: await run('plain') });
  }
  const plain = runs.map((run) => run.plain);
  return {
    steps,
    runs,
    gap: threeDigits(Math.max(...runs.map(({ fused, plain }) => Math.abs(fused - plain)))),
    spread: threeDigits(Math.max(...plain) - Math.min(...plain)),
  };
}
