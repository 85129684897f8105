/** The lab on the built site: the real engine, the real data, a small model where the default's size is not the point. */
import { test as plainTest, type Page } from '@playwright/test';
import { expect, test } from './kept-page.ts';

const url = '/chapters/train/';
/** A model that a slow machine steps through quickly: 4 patches, one block. */
const small = `${url}?patchSize=14&embedDim=16&depth=1&batchSize=8`;
const metrics = [
  ...['step', 'epoch', 'train-loss', 'train-accuracy'],
  ...['val-loss', 'val-accuracy', 'images-per-second'],
];

const lab = (page: Page) => page.locator('[data-widget="lab"]');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const metric = async (page: Page, name: string) =>
  Number(await page.locator(`[data-metric="${name}"]`).textContent());
const knob = (page: Page, name: string) => page.locator(`.knobs [name="${name}"]`);

async function waitForStep(page: Page, step: number): Promise<void> {
  await expect.poll(() => metric(page, 'step')).toBeGreaterThanOrEqual(step);
}

// One page goes through them in order.
test.describe.configure({ mode: 'serial' });

test('one press of Train is enough: the loss falls and every number is there', async ({ page }) => {
  await page.goto(small);
  await button(page, 'Train').click();
  await waitForStep(page, 1);
  const first = await metric(page, 'train-loss');
  await waitForStep(page, 60);
  expect(await metric(page, 'train-loss')).toBeLessThan(first);
  for (const name of metrics) {
    await expect.poll(() => metric(page, name), { message: name }).toBeGreaterThan(0);
  }
  await expect(lab(page)).toHaveAttribute('data-backend', /^(webgl|cpu)$/);
  await expect(lab(page)).toHaveAttribute('data-state', 'busy');
});

test('Pause stops, Step takes one step, Reset begins again', async ({ page }) => {
  await button(page, 'Pause').click();
  await expect(lab(page)).toHaveAttribute('data-state', 'ready');
  const paused = await metric(page, 'step');
  await button(page, 'Step').click();
  await expect.poll(() => metric(page, 'step')).toBe(paused + 1);
  await expect(lab(page)).toHaveAttribute('data-state', 'ready');
  await button(page, 'Reset').click();
  await expect.poll(() => metric(page, 'step')).toBe(0);
  await expect(button(page, 'Train')).toBeEnabled();
});

test('settings that do not fit say so with both numbers, and nothing is lost', async ({ page }) => {
  await button(page, 'Step').click();
  await waitForStep(page, 1);
  await knob(page, 'heads').fill('5');
  await knob(page, 'patch side').fill('6');
  await expect(button(page, 'Train')).toBeDisabled();
  const note = page.locator('[data-lab="settings"]');
  await expect(note).toContainText(/28\D+6/);
  await expect(note).toContainText(/16\D+5/);
  expect(await metric(page, 'step')).toBe(1);
  await knob(page, 'heads').fill('4');
  await knob(page, 'patch side').fill('14');
  await expect(button(page, 'Train')).toBeEnabled();
  await expect(note).toBeEmpty();
});

test('the same settings and seed give the same losses, another seed others', async ({ page }) => {
  const twoSteps = async () => {
    await button(page, 'Reset').click();
    await expect.poll(() => metric(page, 'step')).toBe(0);
    const losses: number[] = [];
    for (const step of [1, 2]) {
      await expect(lab(page)).toHaveAttribute('data-state', 'ready');
      await button(page, 'Step').click();
      await expect.poll(() => metric(page, 'step')).toBe(step);
      losses.push(await metric(page, 'train-loss'));
    }
    return losses;
  };
  const first = await twoSteps();
  expect(await twoSteps()).toEqual(first);
  await knob(page, 'seed').fill('2');
  expect(await twoSteps()).not.toEqual(first);
});

test('an image chosen in the row shows its own attention', async ({ page }) => {
  await expect(lab(page)).toHaveAttribute('data-state', 'ready');
  const firstMap = page.locator('.maps canvas').first();
  const picture = () => firstMap.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  await expect.poll(() => firstMap.evaluate((canvas: HTMLCanvasElement) => canvas.width)).toBe(28);
  const before = await picture();
  await page.locator('.gallery button').nth(3).click();
  await expect(page.locator('.gallery button').nth(3)).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(picture).not.toBe(before);
});

plainTest('nothing shifts when the live figures take the posters’ places', async ({ page }) => {
  const boxes = () =>
    page
      .locator('.lab-figures .panel')
      .evaluateAll((panels) => panels.map((panel) => panel.getBoundingClientRect().toJSON()));
  await page.route(/worker/, () => undefined); // the engine never comes
  await page.goto(url);
  await expect(lab(page)).toHaveAttribute('data-state', 'loading');
  const posters = await boxes();
  await page.unroute(/worker/);
  await page.goto(url);
  await expect(lab(page)).toHaveAttribute('data-state', 'ready');
  await expect(page.locator('.plot svg').first()).toBeVisible();
  const live = await boxes();
  for (const [index, box] of live.entries()) {
    expect(Math.abs(box.top - posters[index].top)).toBeLessThanOrEqual(1);
    expect(Math.abs(box.height - posters[index].height)).toBeLessThanOrEqual(1);
  }
});

for (const width of [320, 768]) {
  plainTest(
    `at ${width} px nothing scrolls sideways and the knobs follow the figures`,
    async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await page.goto(url);
      const overflow = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow).toBe(0);
      const top = async (selector: string) => (await page.locator(selector).boundingBox())!.y;
      expect(await top('.transport')).toBeLessThan(await top('.lab-figures'));
      expect(await top('.lab-figures')).toBeLessThan(await top('.knobs'));
    },
  );
}
