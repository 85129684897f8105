import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { BenchRecord } from '../../src/lib/io/bench-record.ts';
import { forwardTolerance, gradientTolerance } from '../../src/lib/parity/tolerances.ts';

const { rows } = JSON.parse(readFileSync('content/parity.json', 'utf8')) as {
  rows: { stage: string; variant: string }[];
};

test('the speed table has a row for each contestant of each size', async ({ page }) => {
  const { sizes } = JSON.parse(readFileSync('content/bench.json', 'utf8')) as BenchRecord;
  const contestants = sizes.reduce((sum, { rows }) => sum + rows.length, 0);
  await page.goto('/proof/');
  const table = page.getByRole('region', { name: 'Speed, a table' });
  await expect(table.locator('th[scope="row"]')).toHaveCount(contestants);
});

test('every stage and variant stands in the table, and a press adds this device’s errors, within the tolerances', async ({
  page,
}) => {
  await page.goto('/proof/');
  const widget = page.locator('[data-widget="parity"]');
  await expect(widget.locator('tbody tr')).toHaveCount(rows.length);
  const start = page.getByRole('button', { name: 'Check on this device' });
  await start.scrollIntoViewIfNeeded();
  await expect(async () => {
    await start.click();
    await expect(widget).not.toHaveAttribute('data-state', 'poster', { timeout: 1000 });
  }).toPass();
  // All of them are checked on WebGL by test/browser/parity.test.ts; here a dozen show that the button does the same.
  const cells = () =>
    widget
      .locator('tbody tr')
      .evaluateAll((lines) =>
        lines.map((line) =>
          [...line.querySelectorAll('td')]
            .slice(-2)
            .map((cell) => Number((cell.textContent || 'none').replace('−', '-'))),
        ),
      );
  const checked = async () => (await cells()).filter(([forward]) => Number.isFinite(forward));
  await expect.poll(async () => (await checked()).length, { timeout: 90_000 }).toBeGreaterThan(12);
  await expect(widget).toHaveAttribute('data-backend', 'webgl');
  for (const [forward, gradient] of await checked()) {
    expect(forward).toBeLessThanOrEqual(forwardTolerance);
    if (Number.isFinite(gradient)) expect(gradient).toBeLessThanOrEqual(gradientTolerance);
  }
});
