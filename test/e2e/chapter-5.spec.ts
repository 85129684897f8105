/** Chapter 5's widgets on the built site: their numbers are those of the library in Node, and the keyboard is enough. */
import { expect as atOnce, test as plainTest, type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import type * as Numbers from './chapter-5-numbers.ts';
import { awake, expect, test } from './kept-page.ts';

const url = '/chapters/many-heads/';
const library = importLibrary<typeof Numbers>('test/e2e/chapter-5-numbers.ts');
const open = (page: Page, name: string) => awake(page, url, name);

test.beforeAll(async () => (await library).start());

const button = (widget: Locator, name: string) => widget.getByRole('button', { name, exact: true });

async function number(widget: Locator, name: string): Promise<number> {
  const text = await widget.locator(`[data-number="${name}"]`).textContent();
  return Number(text!.replaceAll('−', '-').replace('%', ''));
}

test.describe('heads side by side', () => {
  test('shows the library’s weights for the patch that asks, in every head, by keyboard', async ({
    page,
  }) => {
    const widget = await open(page, 'heads');
    const seen = widget.locator('.seen');
    const first = await (await library).head([0, 0], 24);
    await expect(seen).toContainText(
      `In block 1, head 1, patch 25 puts ${(100 * first.largest).toFixed(1)} % on patch ${first.most + 1} `,
    );
    await expect(seen).toContainText(`looks ${first.distance.toFixed(1)} pixels far`);
    expect(await widget.locator('.head-map canvas').count()).toBe(first.count);

    await widget.getByRole('application').focus();
    for (const key of ['ArrowRight', 'ArrowUp', 'ArrowUp']) await page.keyboard.press(key);
    await widget.getByRole('button', { name: /^block 1, head 1/ }).focus();
    for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
    await expect(widget.getByRole('button', { name: /^block 2, head 2/ })).toBeFocused();
    const moved = await (await library).head([1, 1], 11);
    await expect(seen).toContainText(`In block 2, head 2, patch 12 puts`);
    expect(await number(widget, 'largest')).toBeCloseTo(100 * moved.largest, 1);

    await button(widget, 'class token').press('Enter');
    const token = await (await library).head([1, 1], null);
    await expect(seen).toContainText('the class token puts');
    expect(await number(widget, 'largest')).toBeCloseTo(100 * token.largest, 1);
  });

  test('switches heads off, and the answer moves as the library’s does', async ({ page }) => {
    const widget = await open(page, 'heads');
    const seen = widget.locator('.seen');
    await button(widget, 'Reset').click();
    await expect(seen).toContainText('In block 1, head 1, patch 25 puts');
    expect(await number(widget, 'logit-change')).toBe(0);
    await expect(button(widget, 'All heads on')).toBeDisabled();
    await widget.getByRole('switch', { name: 'block 2, head 4' }).click();
    await expect(seen).toContainText('With 1 head off');
    const one = await (await library).head([1, 3], 24, [[1, 3]]);
    expect(await number(widget, 'probability')).toBeCloseTo(100 * one.probability, 1);
    expect(await number(widget, 'logit-change')).toBeCloseTo(one.logitChange, 1);
    await widget.getByRole('switch', { name: 'block 2, head 4' }).press('ArrowLeft');
    await page.keyboard.press('Space');
    await expect(seen).toContainText('With 2 heads off');
    const off = [
      [1, 3],
      [1, 2],
    ] as const;
    const two = await (await library).head([1, 2], 24, [...off]);
    await expect(seen).toContainText(
      `${two.name} goes from ${(100 * two.before).toFixed(1)} % to ${(100 * two.probability).toFixed(1)} %`,
    );
    await button(widget, 'All heads on').click();
    await expect(seen).toContainText('All heads are on');

    const chart = widget.getByRole('img', { name: /^Mean attention distance/ });
    const shown = async () =>
      /block 1: ([\d., ]+);/.exec((await chart.getAttribute('aria-label'))!)![1]!;
    const ofOne = await shown();
    await button(widget, 'several').click();
    const means = await (await library).dozen();
    await expect(widget.getByText('the mean of 12 pictures')).toBeVisible();
    await expect.poll(shown).not.toBe(ofOne);
    (await shown())
      .split(', ')
      .forEach((value, i) => atOnce(Number(value)).toBeCloseTo(means[i]!, 1));
  });

  test('draws all maps within a frame of their numbers', async ({ page }) => {
    const widget = await open(page, 'heads');
    await widget.getByRole('application').focus();
    await page.evaluate(() => performance.clearMeasures('head-maps'));
    const keys = ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'];
    for (let i = 0; i < 24; i++) await page.keyboard.press(keys[i % 4]!);
    const durations = await page.evaluate(() =>
      performance.getEntriesByName('head-maps').map(({ duration }) => duration),
    );
    expect(durations.length).toBeGreaterThanOrEqual(24);
    const median = durations.sort((a, b) => a - b)[Math.floor(durations.length / 2)]!;
    test.info().annotations.push({
      type: 'all maps drawn',
      description: `median of ${durations.length}: ${median.toFixed(2)} ms, slowest ${durations.at(-1)!.toFixed(1)} ms`,
    });
    expect(median).toBeLessThanOrEqual(16);
  });
});

test('one matrix or three: the library’s differences, and whose column is whose', async ({
  page,
}) => {
  const widget = await open(page, 'qkv-layout');
  const seen = widget.locator('.seen');
  await expect(seen).toContainText('Column 40 of 96 makes number 8 of the key of head 1');
  await expect(seen).toContainText('number 6 of the query of head 2 in the other');
  await widget.getByRole('application').first().focus();
  for (const key of ['ArrowDown', 'ArrowRight']) await page.keyboard.press(key);
  await expect(seen).toContainText('Column 73 of 96 makes number 1 of the value of head 2');
  for (const block of [1, 2]) {
    if (block > 1) await button(widget, String(block)).press('Enter');
    const { differences } = await (await library).columns(block - 1);
    await expect
      .poll(async () => (await number(widget, 'misread')) / differences.misread)
      .toBeCloseTo(1, 1);
    expect((await number(widget, 'unbiased')) / differences.unbiased).toBeCloseTo(1, 1);
    expect(await number(widget, 'three')).toBeLessThan(1e-5);
    expect(await number(widget, 'moved')).toBeLessThan(1e-5);
  }
  await button(widget, 'Check on this device').click();
  await expect(widget.locator('.checked')).toHaveText(/on this device: (0|\d\.\de−\d)$/);
});

test('what attention costs: counted at every move, measured on a press, refused in a sentence', async ({
  page,
}) => {
  const widget = await open(page, 'attention-cost');
  const seen = widget.locator('.seen');
  const cost = (await library).cost;
  const first = cost({ grid: 14, embedDim: 192, numHeads: 3 });
  await expect(seen).toContainText(`With ${first.tokens} tokens of 192 numbers`);
  await expect(seen).toContainText(`${(first.products / 1e6).toFixed(1)} million multiply-adds`);
  await widget.getByRole('slider', { name: 'patches' }).fill('7');
  await widget.getByRole('combobox', { name: 'width' }).selectOption('32');
  await widget.getByRole('slider', { name: 'heads' }).fill('5');
  await expect(seen).toContainText('attention: embedDim 32 is not divisible by numHeads 5');
  await expect(button(widget, 'Measure')).toBeDisabled();
  await expect(button(widget, 'Measure')).toHaveAttribute('title', /numHeads 5/);

  await widget.getByRole('slider', { name: 'heads' }).press('ArrowLeft');
  await expect(seen).toContainText('projections at 64 tokens');
  await button(widget, 'Measure').press('Enter');
  await expect(widget.locator('[data-number="ms-577"]')).toHaveText(/^\d+\.\d$/);
  await expect(widget).toHaveAttribute('data-state', 'ready');
  expect(await number(widget, 'ms-577')).toBeGreaterThan(0);
  await button(widget, 'memory').click();
  const small = cost({ grid: 7, embedDim: 32, numHeads: 4 });
  await expect(seen).toContainText(`4 heads take ${(small.matrices / 1e3).toPrecision(3)} kB`);
});

test('check yourself: predict by keyboard alone, then see', async ({ page }) => {
  const widget = await open(page, 'heads-check');
  const show = button(widget, 'Show why');
  await expect(show.first()).toBeDisabled();
  await button(widget, 'It stops with an error').press('Enter');
  await show.nth(0).press('Enter');
  await expect(widget.locator('[data-number="refused"]')).toHaveText(
    'attention: embedDim 64 is not divisible by numHeads 5',
  );
  await button(widget, 'Twice as many').press('Enter');
  await show.nth(1).press('Enter');
  const [few, many] = ['few', 'many'].map((name) => widget.locator(`[data-number="${name}"]`));
  await expect(many!).toHaveText((await few!.textContent())!);

  await widget.getByRole('combobox', { name: 'head' }).selectOption('block 1, head 3');
  await show.nth(2).press('Enter');
  const { changes, most } = await (await library).worth();
  await expect(widget.locator('[data-number="worth"]')).toHaveText(most);
  expect(await number(widget, 'said')).toBeCloseTo(changes[2]!, 1);
  expect(await number(widget, 'most')).toBeCloseTo(Math.min(...changes), 1);
});

plainTest.describe('without scripts', () => {
  plainTest.use({ javaScriptEnabled: false });

  const widgets = {
    heads: 'drawn when the site was built',
    'qkv-layout': 'drawn when the site was built',
    'attention-cost': 'counted when the site was built',
  };

  plainTest('the chapter reads well: maps, charts and numbers are there', async ({ page }) => {
    await page.goto(url);
    for (const [name, status] of Object.entries(widgets)) {
      const widget = page.locator(`[data-widget="${name}"]`);
      await expect(widget.getByText(status)).toBeVisible();
      expect(await widget.locator('svg').count(), name).toBeGreaterThan(0);
    }
    await expect(page.locator('pre').first()).toContainText('export function attention(');
  });
});
