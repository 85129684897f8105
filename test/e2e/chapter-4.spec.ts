/** Chapter 4's widgets on the built site: their numbers are those of the library in Node, and the keyboard is enough. */
import { test as plainTest, type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import type * as Numbers from './chapter-4-numbers.ts';
import { awake, expect, test } from './kept-page.ts';
import { longestTask } from './long-tasks.ts';

const url = '/chapters/self-attention/';
const library = importLibrary<typeof Numbers>('test/e2e/chapter-4-numbers.ts');
const open = (page: Page, name: string) => awake(page, url, name);

test.beforeAll(async () => (await library).start());

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
  await button(widget, 'Reset').click();
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
  const { key, weight } = await cell({ block: 0, head: 0, query: 0, divisor: 1 });
  const shown = async () =>
    (await rows.locator('td:last-child').allTextContents()).map((one) => Number(one));
  await expect.poll(async () => (await shown())[key]).toBeCloseTo(weight, 3);
  expect((await shown()).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 1);
});

test('why divide, before or after, masks: the numbers are the library’s', async ({ page }) => {
  const { spread, headRange, divisions, masked } = await library;
  const why = await open(page, 'why-divide');
  const { divided, undivided } = await spread(64, 1);
  expect(await number(why, 'undivided-deviation')).toBeCloseTo(undivided.deviation, 1);
  expect(await number(why, 'divided-effective')).toBeCloseTo(divided.effective, 0);
  expect(await number(why, 'undivided-effective')).toBeCloseTo(undivided.effective, 0);
  expect(await number(why, 'divided-keyGradient')).toBeCloseTo(divided.keyGradient, 3);
  expect(
    Math.log10((await number(why, 'undivided-keyGradient')) / undivided.keyGradient),
  ).toBeCloseTo(0, 0);
  const range = await headRange();
  await expect(why).toContainText(
    `${range.divided.map((one) => one.toFixed(1)).join(' to ')} of 50 tokens count`,
  );
  await why.getByRole('slider', { name: 'head width K' }).press('Home');
  await expect(why.locator('.seen')).toContainText('At K = 1 there is nothing to divide by');

  const after = await open(page, 'divide-after');
  await expect(after.locator('.seen')).toContainText('which is 1 over the root of 768');
  expect(await number(after, 'afterByRootD-sum')).toBeCloseTo(1 / Math.sqrt(768), 4);
  expect(await number(after, 'beforeByRootK-effective')).toBeGreaterThan(115);
  expect(await number(after, 'afterByRootD-effective')).toBeLessThan(3);
  await button(after, 'the picture, block 1').click();
  await expect(after.locator('.seen')).toContainText('which is 1 over the root of 32');
  for (const { place, effective, rowSum } of await divisions()) {
    expect(await number(after, `${place}-effective`)).toBeCloseTo(effective, 0);
    expect(await number(after, `${place}-sum`)).toBeCloseTo(rowSum, 3);
  }
  await expect(button(after, 'Draw other numbers')).toBeDisabled();

  const masks = await open(page, 'masks');
  await button(masks, 'all that comes later').click();
  await masks.getByRole('application').focus();
  await page.keyboard.press('ArrowUp');
  await expect(masks.locator('.seen')).toContainText('patch 32');
  const names = {
    infinityBefore: 'minus infinity, before',
    zeroBefore: '0, before',
    zeroAfter: '0, after',
  };
  for (const { masking, leastSum, forbidden, leak } of await masked('causal', 32)) {
    await button(masks, names[masking]).click();
    await expect.poll(() => number(masks, 'least-sum')).toBeCloseTo(leastSum, 2);
    expect(await number(masks, 'forbidden')).toBeCloseTo(forbidden, 2);
    if (masking === 'infinityBefore') await expect(text(masks, 'leak')).toHaveText('0');
    else expect((await number(masks, 'leak')) / leak!).toBeCloseTo(1, 1);
  }
});

test('check yourself: predict by keyboard alone, then see', async ({ page }) => {
  const widget = await open(page, 'attention-check');
  const show = button(widget, 'Show why');
  await expect(show.nth(0)).toBeDisabled();
  await button(widget, 'They are shuffled alike').press('Enter');
  await show.nth(0).press('Enter');
  await expect(text(widget, 'followed')).toHaveText(/^(0|\d\.\de−[5678])$/);
  expect(await number(widget, 'in-place')).toBeGreaterThan(0.01);

  await widget.getByLabel('Change of the largest weight').fill('0.5');
  await show.nth(1).press('Enter');
  const { weight } = await (await library).cell({ block: 0, head: 0, query: 25 });
  await expect.poll(() => number(widget, 'raised')).toBeCloseTo(weight, 3);
  await expect(text(widget, 'raise-change')).toHaveText(/^(0|\d\.\de−[56789])$/);

  await widget.getByLabel('Standard deviation of the product').fill('64');
  await show.nth(2).press('Enter');
  const { undivided } = await (await library).spread(64, 2);
  await expect.poll(() => number(widget, 'spread')).toBeCloseTo(undivided.deviation, 1);

  await button(widget, 'No, it cannot').press('Enter');
  await show.nth(3).press('Enter');
  await expect(text(widget, 'leak-before')).toHaveText('0');
  expect(await number(widget, 'leak-after')).toBeGreaterThan(1e-4);
});

test('a press checks the stages behind a figure on this device', async ({ page }) => {
  const widget = await open(page, 'attention-steps');
  await button(widget, 'Check on this device').click();
  await expect(widget.locator('.checked')).toHaveText(/on this device: (0|\d\.\de−\d)$/);
});

test('while the query moves, no task of the page takes more than 50 ms of CPU time', async ({
  browser,
  page,
}) => {
  const widget = await open(page, 'attention-steps');
  await button(widget, 'Reset').click();
  await expect(widget.locator('.seen')).toContainText('Patch 25 puts');
  await widget.getByRole('application', { name: /^The picture as/ }).focus();
  const longest: number[] = [];
  for (let run = 0; run < 3; run++)
    longest.push(
      await longestTask(browser, page, async () => {
        for (let i = 0; i < 12; i++)
          await page.keyboard.press(['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp'][i % 4]!);
        await expect(widget.locator('.seen')).toContainText('Patch 25 puts');
      }),
    );
  const figures = longest.map((time) => time.toFixed(1)).join(', ');
  test.info().annotations.push({ type: 'longest tasks, ms', description: figures });
  expect(longest.toSorted((a, b) => a - b)[1], `longest tasks: ${figures} ms`).toBeLessThan(50);
});

plainTest.describe('without scripts', () => {
  plainTest.use({ javaScriptEnabled: false });

  plainTest('the chapter reads well: figures and numbers are there', async ({ page }) => {
    await page.goto(url);
    for (const name of ['two-tokens', 'attention-steps', 'why-divide', 'divide-after', 'masks']) {
      const widget = page.locator(`[data-widget="${name}"]`);
      await expect(widget.getByText('drawn when the site was built')).toBeVisible();
      expect(await widget.locator('svg').count(), name).toBeGreaterThan(0);
    }
    await expect(page.locator('pre').first()).toContainText('export function scaledDotProduct(');
  });
});
