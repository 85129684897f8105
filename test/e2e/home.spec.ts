/** The home page: a picture's way through the model, stage by stage, with the library's own numbers. */
import { test, type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import type * as Numbers from './home-numbers.ts';
import { expect } from './kept-page.ts';

const library = importLibrary<typeof Numbers>('test/e2e/home-numbers.ts');

async function open(page: Page, path: string): Promise<Locator> {
  await page.goto(path);
  const widget = page.locator('[data-widget="all-the-way"]');
  await widget.scrollIntoViewIfNeeded();
  await expect(widget).toHaveAttribute('data-state', 'ready');
  return widget;
}

test('each stage comes at a press, and says what the library says', async ({ page }) => {
  const widget = await open(page, '/?image=bag');
  const { probabilities, sentences, whole } = await (await library).way('bag');
  const sentence = widget.locator('.way-seen');
  await expect(sentence).toHaveText(whole);
  for (const [i, probability] of probabilities.entries()) {
    const shown = await widget.locator(`[data-number="probability-${i}"]`).textContent();
    expect(Math.abs(Number(shown) - probability)).toBeLessThan(0.006);
  }
  const pictures = widget.locator('.way-picture');
  const next = widget.getByRole('button', { name: /^(Go step by step|Next)$/ });
  await next.focus();
  for (const [step, words] of sentences.entries()) {
    await page.keyboard.press('Enter');
    await expect(sentence).toHaveText(words);
    await expect(pictures.locator('visible=true')).toHaveCount(step + 1);
  }
  await expect(next).toBeDisabled();
  await widget.getByRole('button', { name: 'Back' }).click();
  await expect(sentence).toHaveText(sentences[3]!);
  await widget.getByRole('button', { name: 'Show all' }).click();
  await expect(sentence).toHaveText(whole);
  await widget.getByText('The numbers as a table').click();
  const bag = widget.locator('tr', { has: page.getByRole('rowheader', { name: 'bag' }) });
  expect(Number(await bag.locator('td').last().textContent())).toBeCloseTo(probabilities[8]!, 3);
});

test('another picture and other weights go the same way, and the page says what they are', async ({
  page,
}) => {
  const widget = await open(page, '/');
  const status = widget.locator('.status');
  await expect(status).toContainText('garments checkpoint');
  await expect(widget.locator('.way-seen')).toHaveText(
    (await (await library).way('ankle-boot')).whole,
  );
  await page.getByRole('button', { name: /Change picture/ }).click();
  const picker = page.getByRole('dialog', { name: 'Your picture' });
  await picker.getByRole('button', { name: 'cup of coffee' }).click();
  await picker.getByRole('button', { name: 'Done' }).click();
  await expect(widget.locator('.way-seen')).toContainText('The picture: cup of coffee.');
  await expect(status).toContainText('cup of coffee is outside what the garments model');
  await page.locator('.reader-weights select').selectOption('random');
  await expect(status).toContainText('fresh weights, seed 1');
  const equation = widget.getByRole('link', { name: 'Equation 4' });
  await equation.click();
  await expect(page.locator('#equation-4')).toBeInViewport();
});
