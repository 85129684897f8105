/** What was read is remembered on the device, shown quietly, and forgotten on a press; a place has an address. */
import { expect, test, type Page } from '@playwright/test';

const chapter = '/chapters/class-token-and-positions/';
const stored = (page: Page) => page.evaluate(() => localStorage.getItem('progress'));

/** Brings headings into sight, one after the other, as a reader who scrolls does. */
async function read(page: Page, ids: string[]): Promise<void> {
  for (const id of ids) {
    await page.locator(`[id="${id}"]`).evaluate((heading) => heading.scrollIntoView());
    await expect.poll(() => stored(page)).toContain(id);
  }
}

test('two sections read are marked in the chapter and in the contents, until they are forgotten', async ({
  page,
}) => {
  await page.goto(chapter);
  const inside = page.getByRole('navigation', { name: 'In this chapter' });
  await expect(inside.getByRole('status')).toHaveText('');
  await read(page, ['one-more-token', 'why-positions', 'the-table']);
  await expect(inside.locator('[data-read]')).toHaveText(['One more token', 'Why positions']);

  await page.goto(chapter);
  await expect(inside.getByRole('status')).toHaveText('You stopped at The table.');
  await inside.getByRole('status').getByRole('link').click();
  await expect(page.locator('#the-table')).toBeInViewport();

  await page.goto('/');
  const item = page.locator('.toc li', { hasText: 'The class token and positions' });
  await expect(item.locator('.read')).toHaveText(/^2 of \d+ sections read$/);
  const kept = page.locator('.kept');
  await expect(kept).toContainText('You stopped in chapter 3, at The table.');
  await kept.getByRole('button', { name: 'Forget it' }).click();
  await expect(item.locator('.read')).toHaveText('');
  expect(await stored(page)).toBeNull();
  await kept.getByRole('button', { name: 'Undo' }).click();
  await expect(item.locator('.read')).toHaveText(/^2 of/);
  await kept.getByRole('button', { name: 'Forget it' }).click();
  await page.reload();
  await expect(kept).toHaveText('');
});

test('without storage nothing is remembered, and nothing breaks', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('no storage', 'SecurityError');
      },
    });
  });
  await page.goto(chapter);
  await page.locator('#the-table').evaluate((heading) => heading.scrollIntoView());
  await page.goto('/');
  await expect(page.locator('.toc a').first()).toBeVisible();
  expect(errors).toEqual([]);
});

test('a heading has an address that can be copied, and a stranger who is sent it gets there', async ({
  page,
  browser,
  baseURL,
}) => {
  await page.goto(chapter);
  const heading = page.getByRole('heading', { name: 'Why positions' });
  const anchor = heading.getByRole('link', { name: 'Link to this section' });
  await heading.hover();
  await expect(anchor).toHaveCSS('opacity', '1');
  await anchor.click();
  await expect(page).toHaveURL(/#why-positions$/);

  const stranger = await browser.newContext({ baseURL });
  const elsewhere = await stranger.newPage();
  await elsewhere.goto(`${chapter}#other-resolutions`);
  const target = elsewhere.locator('#other-resolutions');
  await expect(target).toBeInViewport();
  await elsewhere.waitForLoadState('networkidle');
  await expect(target).toBeInViewport();
  await stranger.close();
});
