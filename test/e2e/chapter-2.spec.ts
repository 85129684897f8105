/** Chapter 2's widgets on the built site: their numbers are those of the library in Node, and the keyboard is enough. */
import { test as plainTest, type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import type * as Numbers from './chapter-2-numbers.ts';
import { awake, expect, test } from './kept-page.ts';

const url = '/chapters/patch-embedding/';
const library = importLibrary<typeof Numbers>('test/e2e/chapter-2-numbers.ts');
const open = (page: Page, name: string) => awake(page, url, name);

test.beforeAll(async () => (await library).start());

const button = (widget: Locator, name: string) => widget.getByRole('button', { name, exact: true });
const shown = (widget: Locator, name: string) => widget.locator(`[data-number="${name}"]`);
const plain = (text: string | null | undefined) => Number(text!.replaceAll('−', '-'));
const value = async (widget: Locator, name: string) =>
  plain(await shown(widget, name).textContent());

test.describe('the patch cutter', () => {
  const openAnew = async (page: Page) => {
    const widget = await open(page, 'patch-cutter');
    await button(widget, 'Reset').click();
    await expect(widget.locator('#cutter-chosen')).toHaveText('Patch 17 of 49 is chosen.');
    return widget;
  };

  test('says where it computed, and that a strided convolution gives the same', async ({
    page,
  }) => {
    const widget = await open(page, 'patch-cutter');
    await expect(widget).toHaveAttribute('data-backend', 'webgl');
    await expect(widget.locator('.status')).toContainText(/computed here·?webgl·?[\d.]+ ms/);
    await expect(widget.locator('.status')).toContainText(
      /convolution gives (exactly the same|the same to \de−[78])/,
    );
  });

  test('moves a patch by buttons and by dragging, and its token goes along', async ({ page }) => {
    const widget = await openAnew(page);
    const first = widget.locator('[data-patch]').first();
    await expect(widget).toContainText('Patch 17 stands at place 17.');
    await button(widget, 'Earlier').press('Enter');
    await expect(widget).toContainText('Patch 17 stands at place 16.');
    expect(await value(widget, 'order-difference')).toBeLessThan(1e-5);
    await button(widget, 'Row by row').click();
    await widget.locator('[data-patch="3"]').dragTo(first);
    await expect(first).toHaveAttribute('data-patch', '3');
    await expect(widget).toContainText('Patch 4 stands at place 1.');
    await button(widget, 'Shuffle').click();
    await expect(widget).toContainText('in your order');
    await button(widget, 'Reset').click();
    await expect(first).toHaveAttribute('data-patch', '0');
  });

  test('arrow keys move the chosen patch, and its numbers with it', async ({ page }) => {
    const widget = await openAnew(page);
    const sum = widget.locator('.total');
    const before = await sum.textContent();
    await widget.getByRole('application').focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(widget.locator('#cutter-chosen')).toHaveText('Patch 25 of 49 is chosen.');
    await expect(sum).not.toHaveText(before!);
    for (let i = 0; i < 9; i++) await page.keyboard.press('ArrowRight');
    await expect(widget.locator('#cutter-chosen')).toHaveText('Patch 28 of 49 is chosen.');
  });

  test('pointing at a patch of the sequence chooses it in the picture', async ({ page }) => {
    const widget = await openAnew(page);
    await widget.locator('[data-patch="30"]').hover();
    await expect(widget.locator('#cutter-chosen')).toHaveText('Patch 31 of 49 is chosen.');
  });

  test('another patch side makes another sequence, and the same pixel stays chosen', async ({
    page,
  }) => {
    const widget = await openAnew(page);
    await button(widget, '8').click();
    await expect(widget.locator('[data-patch]')).toHaveCount(196);
    await expect(widget.locator('#cutter-chosen')).toHaveText('Patch 75 of 196 is chosen.');
    await expect(widget.locator('.matrix')).toContainText('P²C = 192');
    await expect(widget.locator('.cutter-product canvas').first()).toHaveJSProperty('width', 192);
    await button(widget, 'Reset').click();
    await expect(widget.locator('[data-patch]')).toHaveCount(49);
  });

  test('the products of the table add up to the number of the token', async ({ page }) => {
    const widget = await openAnew(page);
    const line = widget.getByRole('slider');
    await line.focus();
    await page.keyboard.press('End');
    await expect(widget.locator('output')).toHaveText('32 of 32');
    await widget.getByText('The numbers as a table').click();
    const rows = await widget.locator('table').last().locator('tbody tr').allInnerTexts();
    expect(rows).toHaveLength(768);
    const cells = rows.map((row) => row.split('\t'));
    const sum = cells.reduce((total, row) => total + plain(row[4]) * plain(row[5]), 0);
    const token = await widget.locator('table').first().locator('tbody tr').last().innerText();
    expect(sum).toBeCloseTo(plain(token.split('\t')[1]), 1);
  });

  plainTest(
    'an engine that does not start leaves the picture to be cut, and can be tried again',
    async ({ page }) => {
      await page.route('**/worker-*.js', (route) => route.abort());
      await page.route('**/host*.js', (route) => route.abort());
      await page.goto(url);
      const widget = page.locator('[data-widget="patch-cutter"]');
      await widget.scrollIntoViewIfNeeded();
      await expect(widget).toHaveAttribute('data-state', 'failed');
      await expect(widget.locator('.weight-picture svg')).toBeVisible();
      await page.unrouteAll();
      await widget.getByRole('button', { name: 'Try again' }).click();
      await expect(widget).toHaveAttribute('data-state', 'ready');
    },
  );

  plainTest('the picture of the address is the one that is cut', async ({ page }) => {
    await page.goto(`${url}?image=camera`);
    const cutter = page.locator('[data-widget="patch-cutter"]');
    await cutter.scrollIntoViewIfNeeded();
    await expect(cutter.locator('.cutter-picture img')).toHaveAttribute('src', /^blob:/);
    await expect(cutter.getByRole('application')).toHaveAttribute('aria-label', /camera/i);
    await expect(cutter).toHaveAttribute('data-state', 'ready');
    await expect(cutter.locator('.status')).toContainText('computed here');
  });
});

test.describe('write the rearrangement', () => {
  test('runs what is typed: the library’s shapes and differences', async ({ page }) => {
    const widget = await open(page, 'rearrange');
    const { rearranged } = await library;
    await expect(shown(widget, 'shape')).toHaveText('[1, 49, 768]');
    await expect(shown(widget, 'difference')).toHaveText('0');
    const field = widget.getByRole('textbox');
    const other = 'b c (p1 h) (p2 w) -> b (h w) (p1 p2 c)';
    await field.fill(other);
    await expect(widget).toContainText('the first row holds numbers of 49 patches');
    const { difference } = await rearranged(other, 16);
    expect(await value(widget, 'difference')).toBeCloseTo(difference!, 4);
    await button(widget, '8').click();
    await expect(shown(widget, 'shape')).toHaveText('[1, 196, 192]');
    await field.fill('b c h w -> b (h w) c');
    await expect(shown(widget, 'shape')).toHaveText('[1, 12544, 3]');
    await expect(shown(widget, 'difference')).toHaveText('another shape');
    await widget.getByText('The numbers as a table').press('Enter');
    await expect(widget.locator('tbody tr')).toHaveCount(8);
  });

  test('says what is wrong with a pattern, with both names or both numbers', async ({ page }) => {
    const widget = await open(page, 'rearrange');
    await button(widget, 'Reset').click();
    const field = widget.getByRole('textbox');
    await field.fill('b c (h p1) (w p2) -> b (h w) (p1 p2)');
    await expect(widget).toContainText('the axis c stands on the left and not on the right');
    await expect(field).toHaveAttribute('aria-invalid', 'true');
    await field.fill('b (c p1) h w -> b c p1 h w');
    await expect(widget).toContainText('the side 3 is not divisible by p1 = 16');
    await widget.getByRole('combobox').selectOption('channels outermost');
    await expect(widget).toContainText('the numbers within a row stand in another order');
    await button(widget, 'Reset').click();
    await expect(shown(widget, 'difference')).toHaveText('0');
  });
});

test('three ways to tokens: the shapes of PyTorch, and what the silent one differs by', async ({
  page,
}) => {
  const widget = await open(page, 'token-reshapes');
  await expect(shown(widget, 'convolved')).toHaveText('[2, 768, 14, 14]');
  await expect(shown(widget, 'shape-right')).toHaveText('[2, 196, 768]');
  await expect(shown(widget, 'shape-silent')).toHaveText('[2, 196, 768]');
  await expect(shown(widget, 'shape-merged')).toHaveText('[196, 1536]');
  const difference = await (await library).silentDifference(2);
  await expect(shown(widget, 'said-silent')).toContainText(`${difference.toPrecision(2)}.`);
  await button(widget, '1').press('Enter');
  await expect(shown(widget, 'shape-merged')).toHaveText('[196, 768]');
  await expect(shown(widget, 'said-merged')).toContainText('That is why it is not noticed');
});

test('what E looks for: the library’s errors for both sets, by keyboard', async ({ page }) => {
  const widget = await open(page, 'patch-filters');
  const { count, principal, random } = await (await library).filterErrors(8);
  expect(await value(widget, 'error')).toBeCloseTo(principal[12]!, 1);
  const slider = widget.getByRole('slider', { name: 'taken' });
  await slider.press('ArrowRight');
  expect(await value(widget, 'error')).toBeCloseTo(principal[13]!, 1);
  await button(widget, 'random').press('Enter');
  expect(await value(widget, 'error')).toBeCloseTo(random[13]!, 1);
  await slider.press('End');
  await expect(widget.locator('output')).toHaveText(`${count} of ${count}`);
  await expect(shown(widget, 'error')).toHaveText('0.0');
  await expect(shown(widget, 'kept')).toHaveText('100.0 %');
  await button(widget, '16').click();
  await expect(widget.locator('output')).toHaveText('48 of 48');
});

test('two widths part, and a side that does not fit is cropped or resized', async ({ page }) => {
  const widths = await open(page, 'two-widths');
  await expect(shown(widths, 'weight')).toHaveText('[768, 768]');
  await button(widths, '14').click();
  await widths.getByRole('combobox').selectOption('H');
  await expect(shown(widths, 'weight')).toHaveText('[588, 1280]');
  await expect(shown(widths, 'tokens')).toHaveText('[256, 1280]');
  await widths.getByText('The numbers as a table').press('Enter');
  await expect(shown(widths, 'E numbers')).toHaveText('752,640'); // 588 · 1280

  const side = page.locator('[data-widget="side-fit"]');
  await side.scrollIntoViewIfNeeded();
  await expect(side).toHaveAttribute('data-state', 'ready');
  await expect(side).toContainText('image width 102 is not divisible by patchSize 16');
  await expect(side).toContainText('image height 76 is not divisible by patchSize 16');
  await side.getByText('The numbers as a table').press('Enter');
  await expect(shown(side, 'over width')).toHaveText('6');
  await expect(shown(side, 'stretch height')).toHaveText('× 1.053'); // 80 / 76
  await button(side, 'Crop').press('Enter');
  await expect(side).toContainText('96 × 64 is 6 × 4 whole patches: it fits.');
  await expect(button(side, 'Crop')).toBeDisabled();
  await side.getByRole('slider', { name: 'height' }).fill('76');
  await expect(side).toContainText('0.95 times as wide as it is high');
  await button(side, 'Resize').click();
  await expect(side).toContainText('96 × 80 is 6 × 5 whole patches');
});

test('check yourself: predict by keyboard alone, then see', async ({ page }) => {
  const widget = await open(page, 'patches-check');
  const show = button(widget, 'Show why');
  await expect(show.nth(0)).toBeDisabled();
  await button(widget, 'Yes, always').press('Enter');
  await show.nth(0).press('Enter');
  await expect(shown(widget, 'weight')).toHaveText('[588, 1280]');

  await widget.getByLabel('Principal components').fill('40');
  await show.nth(1).press('Enter');
  const { principal } = await (await library).filterErrors(8);
  const fewest = principal.findIndex((error) => 1 - (error / principal[0]!) ** 2 >= 0.9);
  await expect(shown(widget, 'fewest')).toHaveText(String(fewest));

  const field = widget.getByRole('textbox', { name: 'Pattern' });
  await field.fill('b (h w) (p1 p2 c) -> b c h w p1 p2');
  await show.nth(2).press('Enter');
  await expect(widget).toContainText('Turn each parenthesis round');
  await field.fill('b (h w) (p1 p2 c) -> b c (h p1) (w p2)');
  await expect(widget).toContainText('The picture is whole again.');
  await expect(shown(widget, 'back')).toHaveText('37,632');
});

plainTest.describe('without scripts', () => {
  plainTest.use({ javaScriptEnabled: false });

  plainTest('every widget shows its figures and its numbers', async ({ page }) => {
    await page.goto(url);
    for (const name of [
      'patch-cutter',
      'rearrange',
      'token-reshapes',
      'patch-filters',
      'side-fit',
    ]) {
      const widget = page.locator(`[data-widget="${name}"]`);
      await expect(widget.getByText('drawn when the site was built')).toBeVisible();
    }
    await expect(shown(page.locator('main'), 'shape-merged')).toHaveText('[196, 1536]');
    const rebuilt = page.locator('[data-widget="patch-filters"] img').first();
    await expect(rebuilt).toHaveJSProperty('complete', true);
  });
});
