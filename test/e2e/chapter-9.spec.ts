/** Chapter 9's widgets on the built site: their numbers are those of the library in Node, and the keyboard is enough. */
import { type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import type * as Numbers from './chapter-9-numbers.ts';
import { awake, expect, test } from './kept-page.ts';
import { sliderToPaint } from './slider-to-paint.ts';

const url = '/chapters/encoder/';
const library = importLibrary<typeof Numbers>('test/e2e/chapter-9-numbers.ts');
const open = (page: Page, name: string) => awake(page, url, name);
const seen = (widget: Locator) => widget.locator('.seen');

test.beforeAll(async () => (await library).start());

test('a token is followed along the stream, by keyboard, with the library’s numbers', async ({
  page,
}) => {
  const widget = await open(page, 'block-inspector');
  const classToken = await (await library).stream(0);
  await expect(seen(widget)).toContainText('What changes the class token most');
  await expect(seen(widget)).toContainText(classToken.readings.at(-1)!.length.toFixed(2));
  await widget.getByRole('application', { name: /patches; chosen/ }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(seen(widget)).toContainText('patch 1 ');
  await page.keyboard.press('ArrowDown');
  await expect(seen(widget)).toContainText('patch 8 ');
  const { readings } = await (await library).stream(8);
  await widget.getByText('The numbers as a table').press('Enter');
  const row = widget.locator('.numbers tbody tr').nth(4);
  await expect(row.locator('th')).toHaveText('block 2, MLP');
  for (const [column, key] of [
    [0, 'length'],
    [1, 'added'],
    [2, 'withFirst'],
  ] as const) {
    const text = await row.locator('td').nth(column).textContent();
    expect(Number(text!.replace('−', '-'))).toBeCloseTo(readings[4]![key], 2);
  }

  const question = (await open(page, 'encoder-check')).locator('li').nth(2);
  await question.getByRole('button', { name: 'block 1, MSA' }).click();
  await question.getByRole('button', { name: 'Show why' }).click();
  await expect(question.locator('[data-number="branch"]')).toHaveText(classToken.largest);
});

test('a framework’s layer drops more in training: the library’s numbers', async ({ page }) => {
  const widget = await open(page, 'framework-layer');
  await widget.getByRole('button', { name: '2', exact: true }).click();
  await widget.getByRole('slider', { name: 'dropout rate' }).fill('0.2');
  await expect(seen(widget)).toContainText('At a rate of 0.2, training moves what block 2 adds');
  const expected = await (await library).dropout(0.2);
  await widget.getByText('The numbers as a table').press('Enter');
  for (const where of ['paper', 'framework'] as const) {
    const text = await widget.locator(`[data-number="${where}"]`).textContent();
    expect(parseFloat(text!)).toBeCloseTo(100 * expected[where], 0);
  }
});

test('every total is counted, frozen and in other tools’ lines', async ({ page }) => {
  const widget = await open(page, 'model-summary');
  const number = (name: string) => widget.locator(`[data-number="${name}"]`);
  const model = widget.getByRole('combobox', { name: 'model' });
  await expect(number('total')).toHaveText('86,567,656');
  await expect(number('sum')).toHaveText('86,567,656');
  await expect(widget.locator('[data-tool="torchinfo"]')).toContainText('mult-adds (M): 173.23');
  await model.selectOption('mean of all tokens, 8 heads');
  await expect(widget.locator('[data-tool="torchsummary"]')).toHaveText(
    /86,415,592\s+.*0\.57\s+.*364\.33\s+.*329\.65\s+.*694\.56/,
  );
  await model.selectOption('a framework’s encoder layers');
  await expect(number('total')).toHaveText('67,679,464');
  await model.selectOption('images of 384 pixels');
  await expect(number('sum')).toHaveText('86,859,496');
  await model.selectOption('a replication, three classes');
  await widget.getByRole('button', { name: 'the head' }).click();
  await expect(number('trainable')).toHaveText('2,307');
  await expect(number('frozen')).toHaveText('85,798,656');
  await model.selectOption('H');
  await widget.getByRole('button', { name: '14', exact: true }).click();
  await expect(number('total')).toHaveText('632,045,800');
  await widget.getByRole('button', { name: 'List all 32 blocks' }).click();
  await expect(widget.getByRole('rowheader', { name: 'blocks.31.mlp.contract' })).toBeVisible();
  await widget.getByRole('button', { name: '384', exact: true }).click();
  await expect(widget.getByRole('alert')).toContainText(
    'imageSize 384 is not divisible by patchSize 14',
  );

  const more = (await open(page, 'encoder-check')).locator('li').first();
  await more.getByRole('spinbutton').fill('1000');
  await more.getByRole('button', { name: 'Show why' }).click();
  await expect(more.locator('[data-number="more"]')).toHaveText('291,840');
});

test(
  'the summary paints within 50 ms of another batch, 95 times in 100',
  { tag: '@timed' },
  async ({ baseURL }) => {
    const milliseconds = await sliderToPaint(
      baseURL!,
      async (page) =>
        (await open(page, 'model-summary')).getByRole('spinbutton', { name: 'batch' }),
      (page) =>
        expect(page.locator('[data-widget="model-summary"] .seen')).toContainText('One image'),
    );
    expect(milliseconds).toBeLessThanOrEqual(50);
  },
);
