/** The patch cutter by keyboard and pointer, on the real engine. */
import { expect, test, type Page } from '@playwright/test';

const number = (text: string) => Number(text.replace('−', '-'));

async function open(page: Page) {
  await page.goto('/chapters/patch-embedding/');
  const widget = page.locator('[data-widget="patch-cutter"]');
  await widget.scrollIntoViewIfNeeded();
  await expect(widget).toHaveAttribute('data-state', 'ready', { timeout: 60_000 });
  return widget;
}

test('it says where it computed, and that a strided convolution gives the same', async ({
  page,
}) => {
  const widget = await open(page);
  await expect(widget).toHaveAttribute('data-backend', 'webgl');
  await expect(widget.locator('.status')).toContainText(/computed here·?webgl·?[\d.]+ ms/);
  await expect(widget.locator('.status')).toContainText(
    /convolution gives (exactly the same|the same to \de−[78])/,
  );
});

test('arrow keys move the chosen patch, and its numbers with it', async ({ page }) => {
  const widget = await open(page);
  await expect(widget.locator('#cutter-chosen')).toHaveText('Patch 17 of 49 is chosen.');
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
  const widget = await open(page);
  await widget.locator('[data-patch="30"]').hover();
  await expect(widget.locator('#cutter-chosen')).toHaveText('Patch 31 of 49 is chosen.');
});

test('another patch side makes another sequence, and the same pixel stays chosen', async ({
  page,
}) => {
  const widget = await open(page);
  await widget.getByRole('button', { name: '8', exact: true }).click();
  await expect(widget.locator('[data-patch]')).toHaveCount(196);
  await expect(widget.locator('#cutter-chosen')).toHaveText('Patch 75 of 196 is chosen.');
  await expect(widget.locator('.matrix')).toContainText('P²C = 192', { timeout: 30_000 });
  await expect(widget.locator('.cutter-product canvas').first()).toHaveJSProperty('width', 192);
  await widget.getByRole('button', { name: 'Reset' }).click();
  await expect(widget.locator('[data-patch]')).toHaveCount(49);
});

test('the products of the table add up to the number of the token', async ({ page }) => {
  const widget = await open(page);
  const line = widget.getByRole('slider');
  await line.focus();
  await page.keyboard.press('End');
  await expect(widget.locator('output')).toHaveText('32 of 32');
  await widget.getByText('The numbers as a table').click();
  const rows = await widget.locator('table').last().locator('tbody tr').allInnerTexts();
  expect(rows).toHaveLength(768);
  const cells = rows.map((row) => row.split('\t'));
  const sum = cells.reduce((total, row) => total + number(row[4]!) * number(row[5]!), 0);
  const token = await widget.locator('table').first().locator('tbody tr').last().innerText();
  expect(sum).toBeCloseTo(number(token.split('\t')[1]!), 1);
});

test('an engine that does not start leaves the picture to be cut, and can be tried again', async ({
  page,
}) => {
  await page.route('**/worker-*.js', (route) => route.abort());
  await page.route('**/host*.js', (route) => route.abort());
  await page.goto('/chapters/patch-embedding/');
  const widget = page.locator('[data-widget="patch-cutter"]');
  await widget.scrollIntoViewIfNeeded();
  await expect(widget).toHaveAttribute('data-state', 'failed', { timeout: 60_000 });
  await expect(widget.locator('.weight-picture img')).toBeVisible();
  await page.unrouteAll();
  await widget.getByRole('button', { name: 'Try again' }).click();
  await expect(widget).toHaveAttribute('data-state', 'ready', { timeout: 60_000 });
});

test('the picture of the address is the one that is cut', async ({ page }) => {
  await page.goto('/chapters/patch-embedding/?image=camera');
  const cutter = page.locator('[data-widget="patch-cutter"]');
  await cutter.scrollIntoViewIfNeeded();
  await expect(cutter.locator('.cutter-picture img')).toHaveAttribute('src', /^blob:/);
  await expect(cutter.getByRole('application')).toHaveAttribute('aria-label', /camera/i);
  await expect(cutter).toHaveAttribute('data-state', 'ready', { timeout: 60_000 });
  await expect(cutter.locator('.status')).toContainText('computed here');
});
