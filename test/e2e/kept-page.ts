/** One page for all tests of a chapter: its engine starts once, and each widget wakes once. */
import { expect as atOnce, test as base, type Locator, type Page } from '@playwright/test';

/** Patient with software WebGL on a busy machine. */
export const expect = atOnce.configure({ timeout: 60_000 });

/**
 * `page` stays as the test before left it, so a test begins with a widget that no other has touched, or with its Reset.
 *
 * After a failure the tests that follow get a new one. `browser.newPage` gives a page to a test that needs its own.
 */
export const test = base.extend<object, { kept: Page }>({
  kept: [
    async ({ browser }, use, { project }) => {
      const { baseURL } = project.use;
      const context = await browser.newContext({ baseURL, serviceWorkers: 'block' });
      await use(await context.newPage());
      await context.close();
    },
    { scope: 'worker' },
  ],
  page: async ({ kept }, use) => use(kept),
});

/** The widget `name` of the chapter at `url`, awake; loads the chapter only where another page stands. */
export async function awake(page: Page, url: string, name: string): Promise<Locator> {
  if (!URL.canParse(page.url()) || new URL(page.url()).pathname !== url) await page.goto(url);
  const widget = page.locator(`[data-widget="${name}"]`);
  await widget.scrollIntoViewIfNeeded();
  await expect(widget).toHaveAttribute('data-state', 'ready');
  return widget;
}
