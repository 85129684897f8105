import { expect, test } from '@playwright/test';
import { longestTask } from './long-tasks.ts';

test('while training, no task of the main thread takes more than 50 ms of CPU time', async ({
  browser,
}) => {
  const longest: number[] = [];
  for (let run = 0; run < 3; run++) {
    const page = await browser.newPage();
    await page.goto('/chapters/train/');
    const step = page.locator('[data-metric="step"]');
    await page.getByRole('button', { name: 'Train', exact: true }).click();
    await expect(page.locator('[data-widget="lab"]')).toHaveAttribute('data-state', 'busy');
    await expect
      .poll(async () => Number(await step.textContent()), { timeout: 60_000 })
      .toBeGreaterThan(2);
    const work = async () => {
      const before = Number(await step.textContent());
      await expect
        .poll(async () => Number(await step.textContent()), { timeout: 60_000 })
        .toBeGreaterThanOrEqual(before + 20);
    };
    longest.push(await longestTask(browser, page, work));
    await page.close();
  }
  const median = longest.toSorted((a, b) => a - b)[1];
  test.info().annotations.push({ type: 'longest tasks, ms', description: longest.join(', ') });
  expect(median).toBeLessThanOrEqual(50);
});
