/**
 * What the built site weighs and what training in it takes: `npm run build && npm run budgets`.
 *
 * Writes content/budgets.json, which /proof shows; test/e2e/budgets.spec.ts compares it with what was built.
 */
import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { reachStep, stepsTaken, trainTo } from '../test/e2e/lab-training.ts';
import { longestTask } from '../test/e2e/long-tasks.ts';
import { watchUsage } from '../test/e2e/page-usage.ts';
import type { BudgetsRecord } from '../src/lib/io/proof-records.ts';
import { bookPages, engineBytes, fontBytes } from './budgets.ts';
import { openSite } from './built-site.ts';

const stretches = 3;
const stepsOfStretch = 12;
const warm = 110;
const steps = 500;

const site = await openSite();
try {
  const page = await site.open('/chapters/train/');
  await trainTo(page, 3);
  const longestTasks: number[] = [];
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  for (let stretch = 0; stretch < stretches; stretch++) {
    const target = (await stepsTaken(page)) + stepsOfStretch;
    longestTasks.push(await longestTask(site.browser, page, () => reachStep(page, target)));
  }
  await page.close();

  const lab = await site.open('/chapters/train/?totalSteps=700');
  const usage = await watchUsage(lab);
  await trainTo(lab, warm);
  const before = await usage();
  await trainTo(lab, warm + steps);
  const after = await usage();

  const record: BudgetsRecord = {
    recorded: {
      command: 'npm run budgets',
      date: new Date().toISOString().slice(0, 10),
      machine: `${cpus().length} cores, ${cpus()[0]!.model}, software WebGL, Chromium ${site.browser.version()}`,
    },
    pages: bookPages('dist'),
    fonts: fontBytes('dist'),
    engine: engineBytes('dist'),
    longestTasks: longestTasks.map((time) => Number(time.toFixed(1))),
    growth: { steps, before, after },
  };
  writeFileSync('content/budgets.json', `${JSON.stringify(record, null, 2)}\n`);
  console.log(JSON.stringify(record, null, 2));
} finally {
  await site.close();
}
