/** Random hands at length, with `LONG=1`: in the suite `pages.spec.ts` lends each page 200, most of them by script, while it is open anyway. */
import { expect, test } from '@playwright/test';
import { standsRandomHands } from './monkey.ts';
import { watchFaults } from './page-faults.ts';
import { gallery, paths } from './pages.ts';

const events = 2_000;
const pages = process.env.LONG ? paths.filter((path) => path !== gallery) : [];

for (const path of pages)
  test(`${path} stands ${events} random events`, async ({ page, baseURL }) => {
    test.setTimeout(3_600_000);
    const { complaints, foreign } = await watchFaults(page, baseURL!);
    page.on('dialog', (dialog) => void dialog.dismiss());
    await page.goto(path);
    await page.waitForLoadState('networkidle');
    await standsRandomHands(page, { seed: 1 + paths.indexOf(path), events, quick: 0, complaints });
    // A hand may follow a link to a source; nothing else asks another host.
    const linked = await page.locator('a').evaluateAll((all) => all.map((a) => a.getAttribute('href')!)); // prettier-ignore
    expect(foreign.filter((address) => !linked.includes(address))).toEqual([]);
  });
