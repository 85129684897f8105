/** Nothing grows while a model trains: 500 steps in the suite, 5,000 with `LONG=1`. */
import { expect, test } from '@playwright/test';
import { trainTo } from './lab-training.ts';
import { watchUsage } from './page-usage.ts';

const steps = process.env.LONG ? 5000 : 500;
/** By then every figure has been drawn, and evaluations have come and gone. */
const warm = 110;
const small = 'patchSize=14&embedDim=8&numHeads=2&depth=1&batchSize=4';

test(`nodes, listeners and memory of the page stay as they are over ${steps} steps`, async ({
  page,
}) => {
  test.setTimeout(120_000 + steps * 300);
  const usage = await watchUsage(page);
  await page.goto(`/chapters/train/?${small}&totalSteps=${steps + 200}`);
  await trainTo(page, warm);
  const before = await usage();
  await trainTo(page, warm + steps);
  const after = await usage();
  test.info().annotations.push({ type: 'usage', description: JSON.stringify({ before, after }) });
  expect(after.nodes - before.nodes, 'DOM nodes').toBeLessThan(200);
  expect(after.listeners - before.listeners, 'listeners').toBeLessThan(20);
  expect(after.heap - before.heap, 'bytes of heap').toBeLessThan(2_000_000);
});
