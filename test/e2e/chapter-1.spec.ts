/** Chapter 1's widgets on the built site: their numbers are those of the library in Node, and the keyboard is enough. */
import { test as plainTest, type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import type * as Numbers from './chapter-1-numbers.ts';
import { awake, expect, test } from './kept-page.ts';
import { sliderToPaint } from './slider-to-paint.ts';

const url = '/chapters/why-patches/';
const library = importLibrary<typeof Numbers>('test/e2e/chapter-1-numbers.ts');
const open = (page: Page, name: string) => awake(page, url, name);

const button = (widget: Locator, name: string) => widget.getByRole('button', { name, exact: true });
const shown = (widget: Locator, name: string) => widget.locator(`[data-number="${name}"]`);
const whole = (value: number) => value.toLocaleString('en-GB');

test.describe('the sequence-length calculator', () => {
  test('counts what the library counts, for every kind of token', async ({ page }) => {
    const widget = await open(page, 'sequence-length');
    const { cost, blockMultiplyAdds } = await library;
    for (const kind of ['value', 'pixel', 'patch'] as const) {
      const { tokens, entries } = cost(kind, 224, 16, 'B');
      await expect(shown(widget, `tokens-${kind}`)).toHaveText(whole(tokens));
      await expect(shown(widget, `entries-${kind}`)).toHaveText(whole(entries));
    }
    await expect(widget).toContainText('22.7 billion');
    await expect(widget).toContainText('2.5 billion');
    await expect(shown(widget, 'entries-patch')).toHaveText('38,809');
    await expect(shown(widget, 'memory-value')).toHaveText('90.6 GB');
    const flops = 2 * blockMultiplyAdds('B', 16, 224);
    await expect(shown(widget, 'flops-patch')).toHaveText(`${(flops / 1e9).toPrecision(3)} G`);

    await widget.getByRole('combobox', { name: 'model' }).selectOption('H');
    await widget.getByRole('slider', { name: 'patch side P' }).fill('14');
    const huge = 2 * blockMultiplyAdds('H', 14, 224);
    await expect(shown(widget, 'flops-patch')).toHaveText(`${(huge / 1e9).toPrecision(3)} G`);
    await button(widget, 'without').click();
    await expect(shown(widget, 'entries-value')).toHaveText('22,658,678,784');
    await button(widget, '1').click();
    await expect(shown(widget, 'entries-value')).toHaveText('2,517,630,976');
    await button(widget, 'Reset').click();
    await expect(shown(widget, 'entries-patch')).toHaveText('38,809');
    await widget.getByText('The numbers as a table').press('Enter');
    await expect(shown(widget, 'scores-patch-32')).toHaveText('25'); // (2² + 1)²
  });

  test('says by keyboard that a side does not fit, and takes one that does', async ({ page }) => {
    const widget = await open(page, 'sequence-length');
    await button(widget, 'Reset').click();
    await widget.getByRole('slider', { name: 'patch side P' }).focus();
    await page.keyboard.press('ArrowLeft');
    await expect(widget).toContainText('image side 224 is no multiple of the patch side 15');
    await expect(shown(widget, 'tokens-patch')).toHaveText('197');
    await button(widget, 'Take 225 pixels').press('Enter');
    await expect(shown(widget, 'tokens-patch')).toHaveText('226');
    await expect(widget).not.toContainText('is no multiple');
    await expect(widget.locator('svg').first()).toHaveAccessibleName(/At 225 pixels/);
  });
});

test(
  'the calculator paints within 50 ms of a slider’s move, 95 times in 100',
  { tag: '@timed' },
  async ({ baseURL }) => {
    const milliseconds = await sliderToPaint(
      baseURL!,
      async (page) =>
        (await open(page, 'sequence-length')).getByRole('slider', { name: 'image side' }),
      (page) =>
        expect(page.locator('[data-widget="sequence-length"]')).toContainText('224 × 224 pixels'),
    );
    expect(milliseconds).toBeLessThanOrEqual(50);
  },
);

/** A share as a number, from "69 %" or "2.0e−5 %". */
const share = (text: string | null) => Number(text!.replace(' %', '').replaceAll('−', '-')) / 100;

test('the shift test: the library’s differences at every shift, and the keyboard moves', async ({
  page,
}) => {
  const widget = await open(page, 'shift-test');
  await expect(widget).toHaveAttribute('data-backend', 'webgl');
  const token = shown(widget, 'token-difference');
  const convolution = shown(widget, 'convolution-difference');
  const differences = await (await library).shifts(8);
  await widget.getByRole('slider', { name: 'shift' }).focus();
  for (let k = 3; k <= 9; k++) {
    await expect(widget.locator('output').first()).toHaveText(`${k} pixels`);
    expect(share(await convolution.textContent())).toBeLessThan(1e-5);
    expect(Math.abs(share(await token.textContent()) - differences[k]!.tokens)).toBeLessThan(0.006);
    await page.keyboard.press('ArrowRight');
  }
  await button(widget, '16').click();
  await expect(widget).toContainText('10 is no multiple of 16');
  await widget.getByRole('slider', { name: 'shift' }).press('End');
  await expect(widget).toContainText('each stands 1 place to the right');
  expect(share(await token.textContent())).toBeLessThan(1e-5);
  await widget.getByText('The numbers as a table').press('Enter');
  await expect(widget.locator('tbody tr')).toHaveCount(17);
});

test('check yourself: predict by keyboard alone, then see', async ({ page }) => {
  const widget = await open(page, 'why-patches-check');
  const { cost } = await library;
  const show = button(widget, 'Show why');
  await expect(show.nth(0)).toBeDisabled();
  await button(widget, '4 times as many').press('Enter');
  await show.nth(0).press('Enter');
  const times = cost('patch', 224, 8, 'B').entries / cost('patch', 224, 16, 'B').entries;
  await expect(shown(widget, 'times')).toHaveText(times.toFixed(1));

  await widget.getByLabel('Share of attention’s products').fill('50');
  await show.nth(1).press('Enter');
  const { denseFlops, attentionFlops } = cost('patch', 224, 16, 'B');
  const part = (100 * attentionFlops) / (denseFlops + attentionFlops);
  await expect(shown(widget, 'share')).toHaveText(part.toFixed(1));

  await button(widget, 'Both move along').press('Enter');
  await show.nth(2).press('Enter');
  for (const name of ['convolution', 'tokens'])
    expect(share(await shown(widget, name).textContent())).toBeLessThan(1e-5);
});

plainTest.describe('without scripts', () => {
  plainTest.use({ javaScriptEnabled: false });

  plainTest('the chapter reads well: its table and its figures are there', async ({ page }) => {
    await page.goto(url);
    const widget = page.locator('[data-widget="sequence-length"]');
    await expect(widget.getByText('computed when the site was built')).toBeVisible();
    await expect(shown(widget, 'entries-value')).toHaveText('22,658,979,841');
    expect(await widget.locator('svg').count()).toBe(2);
    const shift = page.locator('[data-widget="shift-test"]');
    await expect(shift.getByText('drawn when the site was built')).toBeVisible();
    await expect(shown(shift, 'convolution-difference')).toHaveText('0 %');
    await expect(shift.locator('.ramp-div')).toHaveCount(3);
  });
});
