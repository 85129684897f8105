/** What holds for every page: readable on every width and without scripts, no axe violation, no dead link. */
import { AxeBuilder } from '@axe-core/playwright';
import { expect, test, type Page } from '@playwright/test';
import { paths } from './pages.ts';

/** Opens a page and waits until its widgets are past their posters; the parity table waits for a press. */
async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  for (const widget of await page.locator('[data-widget]:not([data-widget="parity"])').all()) {
    await widget.scrollIntoViewIfNeeded();
    await expect(widget).toHaveAttribute('data-state', 'ready', { timeout: 60_000 });
  }
  await page.evaluate(() => document.fonts.ready);
}

/** Boxes that stick out at the right; `overflow-x: clip` hides them, so they are measured one by one. */
function beyondTheEdge(): string[] {
  const edge = document.documentElement.clientWidth;
  const scrolls = '.vh, .katex-mathml, svg, pre, .matrix, .numbers, .scroll, [class*="table"]';
  return [...document.querySelectorAll('main *, header *, footer *')]
    .filter((element) => !element.closest(scrolls))
    .filter((element) => element.getBoundingClientRect().right > edge + 1)
    .map((element) => element.outerHTML.slice(0, 120));
}

for (const path of paths) {
  test(`${path} has no axe violation in either theme`, async ({ page }) => {
    await open(page, path);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
      expect(found, colorScheme).toEqual([]);
    }
  });

  test(`${path} does not scroll sideways on any width`, async ({ page }) => {
    await open(page, path);
    for (const width of [1440, 768, 320]) {
      await page.setViewportSize({ width, height: 800 });
      expect(await page.evaluate(beyondTheEdge), `${width} px`).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    }
  });

  test(`${path} has one main heading, and no level is skipped`, async ({ page }) => {
    await page.goto(path);
    const levels = await page
      .locator('h1, h2, h3, h4')
      .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName[1])));
    expect(levels.filter((level) => level === 1)).toHaveLength(1);
    levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
  });

  test(`${path} has a title, a description, and an address of its own`, async ({ page }) => {
    await page.goto(path);
    expect(await page.title()).toContain('Four Equations');
    const content = (selector: string, name: string) => page.locator(selector).getAttribute(name);
    expect((await content('meta[name="description"]', 'content'))!.length).toBeGreaterThan(20);
    expect(await content('link[rel="canonical"]', 'href')).toContain(
      path === '/404.html' ? '404' : path,
    );
  });
}

test('every link within the site leads to a page, and to a place that is there', async ({
  page,
  request,
}) => {
  const links = new Set<string>();
  for (const path of paths) {
    await page.goto(path);
    for (const link of await page.locator('a[href]').all())
      links.add(new URL((await link.getAttribute('href'))!, page.url()).href);
  }
  const own = [...links].filter((link) => link.startsWith(new URL(page.url()).origin));
  expect(own.length).toBeGreaterThan(3);
  for (const link of own) {
    const response = await request.get(link);
    expect(response.status(), link).toBe(200);
    const { hash } = new URL(link);
    if (hash) expect(await response.text(), link).toContain(`id="${hash.slice(1)}"`);
  }
});

test('the theme is chosen, remembered, and there before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  const light = await background();
  await page.getByRole('button', { name: 'Use the dark theme' }).click();
  expect(await background()).not.toBe(light);
  await page.addInitScript(() => {
    new MutationObserver((_, observer) => {
      if (!document.body) return;
      observer.disconnect();
      document.documentElement.dataset.atBody = document.documentElement.dataset.theme;
    }).observe(document, { childList: true, subtree: true });
  });
  await page.goto('/chapters/train/');
  expect(await page.evaluate(() => document.documentElement.dataset.atBody)).toBe('dark');
  await page.getByRole('button', { name: 'Use the light theme' }).click();
  expect(await background()).toBe(light);
});

test('the first stop of the keyboard leads to the text', async ({ page }) => {
  await page.goto('/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the text' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('main')).toBeFocused();
});

test('chapter 2 hardly moves when its widget wakes', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await open(page, '/chapters/patch-embedding/');
  await page.waitForFunction(() => document.querySelector('.numbers'));
  const shift = await page.evaluate(
    () => (globalThis as unknown as { seen: { shift: number } }).seen.shift,
  );
  expect(shift).toBeLessThan(0.02);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('chapter 2 reads well: equation, picture, product and code are there', async ({ page }) => {
    await page.goto('/chapters/patch-embedding/');
    await expect(page.locator('math').first()).toBeAttached();
    await expect(page.getByText('drawn when the site was built')).toBeVisible();
    await expect(page.locator('.cutter-picture img')).toBeVisible();
    await expect(page.locator('.weight-picture img')).toBeVisible();
    const cell = page.locator('[data-cell="stages/patch-embedding.ts"] pre.typescript');
    await expect(cell).toContainText('export function patchEmbedding(');
    await expect(page.locator('.copy, button.theme').first()).toBeHidden();
  });

  test('the contents name eleven chapters and mark the unwritten ones', async ({ page }) => {
    await page.goto('/');
    const items = page.locator('.toc li');
    await expect(items).toHaveCount(11);
    for (const item of await items.all()) {
      const written = (await item.getByRole('link').count()) === 1;
      expect(await item.getByText('not written yet').count()).toBe(written ? 0 : 1);
    }
  });
});
