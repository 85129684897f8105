/** Training in the lab, as a reader does it. */
import { expect, type Page } from '@playwright/test';

export async function stepsTaken(page: Page): Promise<number> {
  return Number(await page.locator('[data-metric="step"]').textContent());
}

/** Waits until that many steps have been taken; patient with software WebGL on a busy machine. */
export async function reachStep(page: Page, step: number): Promise<void> {
  const timeout = 60_000 + 300 * step;
  await expect.poll(() => stepsTaken(page), { timeout }).toBeGreaterThanOrEqual(step);
}

/** Trains to a step or a little past it, and pauses. */
export async function trainTo(page: Page, step: number): Promise<void> {
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await reachStep(page, step);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(page.locator('[data-widget="lab"]')).toHaveAttribute('data-state', 'ready', {
    timeout: 60_000,
  });
}
