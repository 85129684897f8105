/**
 * What the lab's figures cost while it trains: `npm run build && npm run measure:panels`.
 *
 * The defaults train in the built site; all figures in sight and none take turns, so that a slow moment of the machine
 * falls on both. Prints the steps a second of each turn and the median loss.
 */
import { parseArgs } from 'node:util';
import type { Page } from 'playwright';
import { openSite } from './built-site.ts';

const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '8' }, seconds: { type: 'string', default: '10' } },
});
const rounds = Number(values.rounds);
const milliseconds = Number(values.seconds) * 1000;

const site = await openSite();
try {
  const page = await site.open('/chapters/train/?totalSteps=6000');
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page.waitForFunction(
    () => Number(document.querySelector('[data-metric="step"]')?.textContent) >= 40,
    null,
    { timeout: 180_000 },
  );
  const losses: number[] = [];
  for (let round = 1; round <= rounds; round++) {
    const shown = await stepsPerSecond(page, true);
    const away = await stepsPerSecond(page, false);
    losses.push(1 - shown / away);
    console.log(`round ${round}: ${shown.toFixed(2)} steps a second with figures, ${away.toFixed(2)} without`); // prettier-ignore
  }
  const sorted = losses.toSorted((a, b) => a - b);
  const middle = (sorted[Math.floor((rounds - 1) / 2)]! + sorted[Math.floor(rounds / 2)]!) / 2;
  console.log(
    `the figures cost ${(100 * middle).toFixed(1)} % of the steps (median of ${rounds} rounds)`,
  );
} finally {
  await site.close();
}

/** With all figures in sight or none, over the measured time between two steps. */
async function stepsPerSecond(page: Page, shown: boolean): Promise<number> {
  for (const box of await page.locator('.lab-panels label:not(.lab-hidden) input').all())
    await box.setChecked(shown);
  return page.evaluate(async (milliseconds) => {
    const metric = document.querySelector('[data-metric="step"]')!;
    const changed = () =>
      new Promise<[number, number]>((resolve) => {
        const observer = new MutationObserver(() => {
          observer.disconnect();
          resolve([Number(metric.textContent), performance.now()]);
        });
        observer.observe(metric, { characterData: true, childList: true, subtree: true });
      });
    const [firstStep, firstTime] = await changed();
    let [step, time] = [firstStep, firstTime];
    while (time - firstTime < milliseconds) [step, time] = await changed();
    return (1000 * (step - firstStep)) / (time - firstTime);
  }, milliseconds);
}
