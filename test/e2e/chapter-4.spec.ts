/** Chapter 4's widgets on the built site: their numbers are those of the library in Node, and the keyboard is enough. */
import { expect as atOnce, test, type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import type * as Numbers from './chapter-4-numbers.ts';

/** Patient with software WebGL on a busy machine. */
const expect = atOnce.configure({ timeout: 60_000 });

const url = '/chapters/self-attention/';
const library = importLibrary<typeof Numbers>('test/e2e/chapter-4-numbers.ts');

test.beforeAll(async () => (await library).start());

async function open(page: Page, name: string): Promise<Locator> {
  if (!page.url().includes(url)) await page.goto(url);
  const widget = page.locator(`[data-widget="${name}"]`);
  await widget.scrollIntoViewIfNeeded();
  await expect(widget).toHaveAttribute('data-state', 'ready');
  return widget;
}

const button = (widget: Locator, name: string) => widget.getByRole('button', { name, exact: true });
const text = (widget: Locator, name: string) => widget.locator(`[data-number="${name}"]`);
const plain = (shown: string | null) => Number(shown!.replaceAll('−', '-'));
const number = async (widget: Locator, name: string) =>
  plain(await text(widget, name).textContent());

test('two tokens: scores of 2 and 0 give 0.88 and 0.12, and so do all that are 2 apart', async ({
  page,
}) => {
  const widget = await open(page, 'two-tokens');
  const shows = async (first: string, second: string, output: string) => {
    await expect(text(widget, 'weight-1')).toHaveText(first);
    await expect(text(widget, 'weight-2')).toHaveText(second);
    await expect(text(widget, 'output')).toHaveText(output);
  };
  await shows('0.88', '0.12', '(1.36, 2.76)');
  await button(widget, '14 and 12').click();
  await shows('0.88', '0.12', '(1.36, 2.76)');
  await widget.getByRole('slider', { name: 'score of token 2' }).fill('14');
  await shows('0.50', '0.50', '(2.50, 2.00)');
  await widget.getByRole('slider', { name: 'score of token 1' }).press('ArrowRight');
  await shows('0.52', '0.48', '(2.43, 2.05)'); // 1 / (1 + e^−0.1) = 0.525
  await button(widget, 'Reset').click();
  await expect(widget.locator('.seen')).toContainText('Token 1 leads by 2.0');
});

test('one query, fifty keys: the arithmetic of a cell is the library’s', async ({ page }) => {
  const widget = await open(page, 'attention-steps');
  const shows = async (expected: Awaited<ReturnType<typeof Numbers.cell>>, digits = 2) => {
    await expect.poll(() => number(widget, 'weight')).toBeCloseTo(expected.weight, 2);
    expect(await number(widget, 'score')).toBeCloseTo(expected.score, digits - 1);
    expect(await number(widget, 'divided')).toBeCloseTo(expected.divided, digits - 1);
    expect((await number(widget, 'exponential')) / expected.exponential).toBeCloseTo(1, 1);
    expect(await number(widget, 'effective')).toBeCloseTo(expected.effective, 0);
    const output = await text(widget, 'output').locator('span').allTextContents();
    expected.output.forEach((value, i) => expect(plain(output[i + 1]!)).toBeCloseTo(value, 1));
  };
  const { cell } = await library;
  await shows(await cell({ block: 0, head: 0, query: 25 }));

  await widget.getByRole('application', { name: /^The picture as/ }).focus();
  for (const key of ['ArrowUp', 'ArrowRight']) await page.keyboard.press(key);
  const own = await cell({ block: 0, head: 0, query: 19 });
  await shows(own);
  await page.keyboard.press('Shift+ArrowDown');
  const below = own.key > 42 ? own.key : own.key + 7;
  await shows(await cell({ block: 0, head: 0, query: 19, key: below }));

  await widget.getByRole('application', { name: /^Attention weights/ }).focus();
  for (const key of ['ArrowDown', 'ArrowLeft']) await page.keyboard.press(key);
  await shows(await cell({ block: 0, head: 0, query: 20, key: below - 1 }));

  await widget.getByRole('group', { name: 'block' }).getByText('3').click();
  await widget.getByRole('group', { name: 'head' }).getByText('2').click();
  await shows(await cell({ block: 2, head: 1, query: 20, key: below - 1 }));
  await expect(widget.locator('.status')).toContainText('block 3, head 2 of 4');

  await button(widget, 'Reset').click();
  await widget.getByRole('button', { name: /^class token/ }).click();
  await expect(widget.locator('.seen')).toContainText(/^The class token puts/);
  await shows(await cell({ block: 0, head: 0, query: 0 }));
});

test('another divisor is computed anew, and the table holds the row', async ({ page }) => {
  const widget = await open(page, 'attention-steps');
  const { cell } = await library;
  const divisor = widget.getByLabel('divide scores by');
  for (const [value, by] of [
    ['one', 1],
    ['rootD', Math.sqrt(32)],
  ] as const) {
    await divisor.selectOption(value);
    const expected = await cell({ block: 0, head: 0, query: 25, divisor: by });
    await expect.poll(() => number(widget, 'weight')).toBeCloseTo(expected.weight, 2);
    expect(await number(widget, 'effective')).toBeCloseTo(expected.effective, 0);
  }
  await divisor.selectOption('one');
  await widget.getByLabel('query token').selectOption('class token');
  await widget.getByText('The numbers as a table').press('Enter');
  const rows = widget.locator('table tbody tr');
  await expect(rows).toHaveCount(50);
  const weights = await rows.locator('td:last-child').allTextContents();
  expect(weights.map(Number).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 1);
  const { key, weight } = await cell({ block: 0, head: 0, query: 0, divisor: 1 });
  expect(Number(weights[key])).toBeCloseTo(weight, 3);
});
