/** Search: by keyboard from anywhere, over the prose only, and nothing of it loads before it is asked for. */
import { expect, test } from '@playwright/test';
import { axeOf } from './page-access.ts';

const chapter = '/chapters/class-token-and-positions/';

test('the keyboard opens it, finds a place, and goes there', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto(chapter, { waitUntil: 'networkidle' });
  expect(asked.filter((path) => /pagefind|search-dialog|open-dialog/i.test(path))).toEqual([]);

  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search the book' });
  const field = dialog.getByRole('searchbox', { name: 'Search' });
  await expect(field).toBeFocused();
  await page.keyboard.type('convolution stride');
  await expect(dialog.getByRole('status')).toHaveText(/places? in \d+ chapters?\.$/);
  const place = dialog.getByRole('link', { name: 'The same thing as a convolution' });
  await expect(place.locator('..').locator('mark').first()).toBeVisible();

  const { violations } = await axeOf(page).include('.search').analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);

  const links = dialog.getByRole('link');
  await page.keyboard.press('ArrowDown');
  await expect(links.first()).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(field).toBeFocused();
  const names = await links.allTextContents();
  for (let i = 0; i <= names.indexOf('The same thing as a convolution'); i++)
    await page.keyboard.press('ArrowDown');
  await expect(place).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/chapters\/patch-embedding\/#the-same-thing-as-a-convolution$/);
  await expect(page.locator('#the-same-thing-as-a-convolution')).toBeInViewport();
});

test('only prose is found: no code, no status line, no numbers of a figure', async ({ page }) => {
  await page.goto(chapter);
  await page.getByRole('button', { name: 'Search' }).click();
  const dialog = page.getByRole('dialog', { name: 'Search the book' });
  const status = dialog.getByRole('status');
  const field = dialog.getByRole('searchbox');
  await field.fill('drawn when the site was built');
  await expect(status).not.toHaveText('');
  await expect(dialog.locator('li', { hasText: 'drawn when the site' })).toHaveCount(0);
  await field.fill('prependTokens');
  await expect(status).not.toContainText('drawn when');
  await expect(dialog.locator('li', { hasText: 'prependTokens' })).toHaveCount(0);
  await field.fill('zebra');
  await expect(status).toHaveText('Nothing in the book says “zebra”.');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Search' })).toBeFocused();
});

test('a place in the same chapter closes the window; a slash that is typed stays a slash', async ({
  page,
}) => {
  await page.goto(chapter);
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search the book' });
  await dialog.getByRole('searchbox').fill('rotates');
  await page.keyboard.type('/');
  await expect(dialog.getByRole('searchbox')).toHaveValue('rotates/');
  await dialog.getByRole('searchbox').fill('lookup embedding indices');
  const place = dialog.getByRole('link', { name: 'A lookup is the table' });
  await expect(place).toBeVisible();
  await place.click();
  await expect(dialog).toBeHidden();
  await expect(page.locator('#a-lookup-is-the-table')).toBeInViewport();
});

test('without its index it says so, and what to do', async ({ page }) => {
  await page.route('**/pagefind/**', (route) => route.abort());
  await page.goto('/');
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(
    'The search index could not be loaded. Type on to try again.',
  );
});

test('the key is turned off in the window, and stays off until it is turned on again', async ({
  page,
}) => {
  await page.goto('/');
  const dialog = page.getByRole('dialog', { name: 'Search the book' });
  const key = dialog.getByRole('checkbox', { name: 'The key / opens the search' });
  await page.keyboard.press('/');
  await key.uncheck();
  await page.keyboard.press('Escape');
  await page.reload();
  const button = page.getByRole('button', { name: 'Search' });
  await expect(button).toBeVisible();
  await page.keyboard.press('/');
  await button.click();
  await expect(key).not.toBeChecked();
  await key.check();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.keyboard.press('/');
  await expect(dialog).toBeVisible();
});
