/** Nothing grows while a model trains: 500 steps in the suite, 5,000 with `LONG=1`. */
import { expect, test, type CDPSession, type Page } from '@playwright/test';

const steps = process.env.LONG ? 5000 : 500;
/** By then every figure has been drawn, and evaluations have come and gone. */
const warm = 110;
const url = `/chapters/train/?patchSize=14&embedDim=8&numHeads=2&depth=1&batchSize=4&totalSteps=${steps + warm + 50}`;

interface Usage {
  nodes: number;
  listeners: number;
  /** Bytes after a collection. */
  heap: number;
}

async function usage(session: CDPSession): Promise<Usage> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    heap: value('JSHeapUsedSize'),
  };
}

async function trainTo(page: Page, step: number): Promise<void> {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const reached = async () => Number(await page.locator('[data-metric="step"]').textContent());
  await expect.poll(reached, { timeout: steps * 300 }).toBeGreaterThanOrEqual(step);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.locator('[data-widget="lab"]')).toHaveAttribute('data-state', 'ready', {
    timeout: 30_000,
  });
}

test(`nodes, listeners and memory of the page stay as they are over ${steps} steps`, async ({
  page,
}) => {
  test.setTimeout(120_000 + steps * 300);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.goto(url);
  await trainTo(page, warm);
  const before = await usage(session);
  await trainTo(page, warm + steps);
  const after = await usage(session);
  test.info().annotations.push({ type: 'usage', description: JSON.stringify({ before, after }) });
  expect(after.nodes - before.nodes, 'DOM nodes').toBeLessThan(200);
  expect(after.listeners - before.listeners, 'listeners').toBeLessThan(20);
  expect(after.heap - before.heap, 'bytes of heap').toBeLessThan(2_000_000);
});
