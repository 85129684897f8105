/** Chapter 8's widgets on the built site: their numbers are those of the library in Node, and the keyboard is enough. */
import { test as plainTest, type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import type * as Numbers from './chapter-8-numbers.ts';
import { awake, expect, test } from './kept-page.ts';

const url = '/chapters/residuals-and-drop-path/';
const library = importLibrary<typeof Numbers>('test/e2e/chapter-8-numbers.ts');
const open = (page: Page, name: string) => awake(page, url, name);

test.beforeAll(async () => (await library).start());

const button = (widget: Locator, name: string) => widget.getByRole('button', { name, exact: true });

async function number(widget: Locator, name: string): Promise<number> {
  const text = await widget.locator(`[data-number="${name}"]`).textContent();
  return Number(text!.replaceAll('−', '-').replace(' %', ''));
}

test('the stream and a batch under drop path: the library’s numbers', async ({ page }) => {
  const stream = await open(page, 'residual-stream');
  for (const which of ['class token', 'mean of the patches'] as const) {
    await button(stream, which).press('Enter');
    const steps = await (await library).stream(which);
    const [first, last] = [steps[0], steps.at(-1)!];
    await expect(stream.locator('.seen')).toContainText(
      `with length ${first.before.toFixed(2)} and leaves them with ${last.after.toFixed(2)}.`,
    );
  }

  const widget = await open(page, 'drop-path');
  const shows = async (...asked: Parameters<typeof Numbers.flow>) => {
    const found = await (await library).flow(...asked);
    await expect(widget.locator('.seen')).toHaveText(found.sentence);
    const shown = (name: string) => widget.locator(`[data-number="${name}"]`);
    await expect(shown('mean-depth')).toHaveText(found.mean.toFixed(2));
    await expect(shown('expected-depth')).toHaveText(found.expectedDepth.toFixed(2));
    expect(await number(widget, 'distinct')).toBe(found.distinct);
    expect(await number(widget, 'vanished')).toBe(found.vanished);
    for (const b of [0, 7]) {
      expect(await number(widget, `training-${b}`)).toBeCloseTo(100 * found.training[b], 0);
      expect(await number(widget, `evaluation-${b}`)).toBeCloseTo(100 * found.evaluation[b], 0);
    }
  };
  await shows(12, 0.5, false, 1);
  await button(widget, 'one for both').press('Enter');
  await shows(12, 0.5, true, 1);
  await button(widget, 'this model’s').click();
  await shows(null, 0.5, true, 1);
  await button(widget, 'Draw anew').click();
  await shows(null, 0.5, true, 2);
  await widget.getByRole('slider', { name: 'rate' }).fill('0');
  await expect(widget.locator('.seen')).toContainText('Of 3 blocks the 8 samples pass 3, 3 on');
  await widget.getByRole('slider', { name: 'rate' }).fill('0.3');
  const { mean, error } = await (await library).meanFactor(0.3, 2);
  await expect.poll(() => number(widget, 'mean-factor')).toBeCloseTo(mean, 3);
  expect(await number(widget, 'mean-error')).toBeCloseTo(error, 3);
});

test('the clock runs on a press, stops on another, and finds the same numbers', async ({
  page,
}) => {
  const widget = await open(page, 'drop-path-times');
  await expect(widget.locator('.seen')).toContainText('Nothing has been measured yet');
  await button(widget, 'Measure').press('Enter');
  await expect(widget).toHaveAttribute('data-state', 'busy');
  await expect(widget.locator('.status')).toContainText('2 rounds');
  await button(widget, 'Stop').press('Enter');
  await expect(widget).toHaveAttribute('data-state', 'ready');
  await expect(widget).toHaveAttribute('data-backend', /webgl|cpu/);
  await expect(widget.locator('.seen')).toContainText(
    /both ways are (exactly the same|the same to \de−[678])\./,
  );
  await widget.getByText('The numbers as a table').press('Enter');
  for (const way of ['none', 'masked', 'skipped'])
    expect(await number(widget, `${way}-median`)).toBeGreaterThan(0);
  await button(widget, 'large').click();
  await expect(widget.locator('.seen')).toContainText('Nothing has been measured yet');
});

test('check yourself: predict by keyboard alone, then see', async ({ page }) => {
  const widget = await open(page, 'drop-path-check');
  const show = button(widget, 'Show why');
  await expect(show.first()).toBeDisabled();
  await widget.getByLabel('Blocks passed on average').fill('9');
  await show.nth(0).press('Enter');
  await expect(widget.locator('[data-number="expected"]')).toHaveText('8.0');
  const { mean } = await (await library).flow(10, 0.4, false, 5);
  await expect(widget.locator('[data-number="mean"]')).toHaveText(mean.toFixed(2));
  await button(widget, 'The whole branch is zero').press('Enter');
  await show.nth(1).press('Enter');
  await expect(widget.locator('[data-number="dropped"]')).toBeVisible();
  expect(await number(widget, 'zero')).toBe(await number(widget, 'dropped'));
});

plainTest.describe('without scripts', () => {
  plainTest.use({ javaScriptEnabled: false });

  plainTest('the chapter reads well: stream, masks and numbers are there', async ({ page }) => {
    await page.goto(url);
    for (const name of ['residual-stream', 'drop-path']) {
      const widget = page.locator(`[data-widget="${name}"]`);
      await expect(widget.getByText('drawn when the site was built')).toBeVisible();
      expect(await widget.locator('svg').count(), name).toBeGreaterThan(0);
    }
    await expect(page.locator('[data-widget="drop-path-times"]')).toContainText(
      'nothing measured yet',
    );
  });
});
