/** Chapter 10's widgets on the built site: their numbers are those of the library in Node, and the keyboard is enough. */
import { type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import { lossNumbers } from '../../src/lib/figures/loss-numbers.ts';
import type * as Numbers from './chapter-10-numbers.ts';
import { awake, expect, test } from './kept-page.ts';
import { sliderToPaint } from './slider-to-paint.ts';

const url = '/chapters/head/';
const library = importLibrary<typeof Numbers>('test/e2e/chapter-10-numbers.ts');
const open = (page: Page, name: string) => awake(page, url, name);
const seen = (widget: Locator) => widget.locator('.seen');

test.beforeAll(async () => (await library).start());

test('five heads are trained on a press, and each tells what it reads', async ({ page }) => {
  const widget = await open(page, 'reading-ways');
  await expect(seen(widget)).toContainText('heads for the other ways have to be trained first');
  await widget.getByRole('button', { name: 'Train five heads' }).press('Enter');
  await expect(seen(widget)).toContainText('Trained just now on 256 pictures');
  for (const way of ['token', 'preLogits', 'mean', 'meanAll', 'distilled']) {
    const text = await widget.locator(`[data-number="accuracy-${way}"]`).textContent();
    expect(parseFloat(text!), way).toBeGreaterThan(60);
  }
  await expect(widget.locator('.status')).toContainText('heads trained in');
});

test('the logit lens shows the library’s answers, for any token', async ({ page }) => {
  const widget = await open(page, 'logit-lens');
  const { tops } = await (await library).lens(0);
  await expect(seen(widget)).toContainText(`Read off the class token: ${tops[0]!.name}`);
  await widget.getByRole('application', { name: /patches; read/ }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(seen(widget)).toContainText('Read off patch 2');
  const { afterSecond, classNames } = await (await library).lens(2);
  await widget.getByText('The numbers as a table').press('Enter');
  for (const [c, name] of classNames.entries()) {
    const text = await widget.locator(`[data-number="${name} 2"]`).textContent();
    expect(Math.abs(parseFloat(text!) - 100 * afterSecond[c]!), name).toBeLessThan(0.6);
  }

  const order = (await open(page, 'head-check')).locator('li').nth(1);
  await order.getByRole('button', { name: 'It differs' }).click();
  await order.getByRole('button', { name: 'Show why' }).click();
  const shown = Number(await order.locator('[data-number="order"]').textContent());
  expect(shown).toBeCloseTo(await (await library).meanAndNorm(), 2);
});

test('a symbol in the code stands in its line, whatever its hue is called', async ({ page }) => {
  await open(page, 'logit-lens');
  const symbol = page.locator('pre.typescript .out').first();
  await expect(symbol).toHaveText('y');
  await expect(symbol).toHaveCSS('display', 'inline');
});

test('the loss and its gradient follow the logits', async ({ page }) => {
  const widget = await open(page, 'loss-lab');
  await widget.getByRole('slider', { name: 'logit of bag' }).fill('3');
  await widget.getByRole('combobox', { name: 'right class' }).selectOption('bag');
  await widget.getByRole('slider', { name: 'label smoothing' }).fill('0.2');
  const expected = lossNumbers([0.5, 2, 3, 2.5], 2, 0.2);
  await expect(widget.locator('[data-number="loss"]')).toHaveText(expected.loss.toFixed(4));
  await widget.getByText('The numbers as a table').press('Enter');
  await expect(widget.locator('[data-number="p bag"]')).toHaveText(
    expected.probabilities[2]!.toFixed(4),
  );
  await expect(widget.locator('[data-number="gradient sandal"]')).toHaveText(
    expected.gradient[0]!.toFixed(4).replace('-', '−'),
  );
  const fresh = (await open(page, 'head-check')).locator('li').first();
  await fresh.getByRole('spinbutton').fill('230');
  await fresh.getByRole('button', { name: 'Show why' }).click();
  await expect(fresh.locator('[data-number="fresh"]')).toHaveText('2.3026');
  await fresh.getByRole('spinbutton').fill(''); // no prediction, no answer
  await expect(fresh.locator('.answer')).toBeEmpty();
  await expect(fresh.getByRole('button', { name: 'Show why' })).toBeDisabled();
});

test(
  'the loss paints within 50 ms of a slider’s move, 95 times in 100',
  { tag: '@timed' },
  async ({ baseURL }) => {
    const milliseconds = await sliderToPaint(
      baseURL!,
      async (page) =>
        (await open(page, 'loss-lab')).getByRole('slider', { name: 'logit of ankle boot' }),
      (page) => expect(page.locator('[data-widget="loss-lab"] output').nth(3)).toHaveText('2.5'),
    );
    expect(milliseconds).toBeLessThanOrEqual(50);
  },
);
