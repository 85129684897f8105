/**
 * What holds for every page, checked in as few loads as it can be: one with scripts, in which everything wakes, and one
 * without.
 */
import { existsSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import {
  axeOf,
  collisions,
  endTransitions,
  lostInForcedColours,
  movesThough,
  mutePictures,
  setTextSize,
  smallTargets,
} from './page-access.ts';
import { standsRandomHands } from './monkey.ts';
import { faces, fontFiles, lackingCharacters } from './page-characters.ts';
import { watchFaults } from './page-faults.ts';
import { gallery, htmlOf, paths, sitemap } from './pages.ts';

/** The tests of pages share nothing, and are long: any worker takes the next one. */
test.describe.configure({ mode: 'parallel' });

/** Every widget that starts by itself; the parity table waits for a press. */
const widgets = '[data-widget]:not([data-widget="parity"])';

/** Scrolls through the page until its widgets are past their posters. */
async function wake(page: Page): Promise<void> {
  for (const widget of await page.locator(widgets).all()) {
    await widget.scrollIntoViewIfNeeded();
    await expect(widget).toHaveAttribute('data-state', 'ready', { timeout: 60_000 });
  }
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await page.waitForLoadState('networkidle');
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

/** Nothing sticks out, and nothing scrolls sideways. */
async function expectFits(page: Page, width: number, what: string): Promise<void> {
  await page.setViewportSize({ width, height: 800 });
  const scrolled = () => page.evaluate(() => document.documentElement.scrollWidth);
  await expect.soft.poll(scrolled, { message: `width, ${what}` }).toBe(width);
  const beyond = () => page.evaluate(beyondTheEdge);
  await expect.soft.poll(beyond, { message: `over the edge, ${what}` }).toEqual([]);
}

/** In the dark, only what depends on colours is asked again. */
async function axeFaults(page: Page, colorScheme: 'light' | 'dark'): Promise<unknown[]> {
  await page.emulateMedia({ colorScheme });
  await endTransitions(page);
  const axe = axeOf(page);
  if (colorScheme === 'dark') axe.withRules(['color-contrast', 'link-in-text-block']);
  const { violations } = await axe.analyze();
  return violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)]);
}

for (const path of paths)
  test(`${path} wakes without a fault, in both themes, on every width, for everybody`, async ({
    page,
    context,
    baseURL,
  }) => {
    test.setTimeout(300_000); // a chapter's every widget wakes, on software WebGL
    const { complaints, foreign, shift } = await watchFaults(page, baseURL!);
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto(path);
    await wake(page);
    expect.soft(await shift(), 'layout shift').toBeLessThan(0.02);
    expect.soft(foreign, 'other hosts').toEqual([]);
    // The page that is shown where there is none is answered with that status.
    const real = complaints.filter((text) => path !== '/404.html' || !text.includes('404'));
    expect.soft(real, 'complaints').toEqual([]);
    expect.soft(await context.cookies(), 'cookies').toEqual([]);
    expect.soft(await lackingCharacters(page), 'characters without a glyph').toEqual([]);
    expect.soft(await axeFaults(page, 'light'), 'axe, light').toEqual([]);
    expect.soft(await axeFaults(page, 'dark'), 'axe, dark').toEqual([]);
    expect.soft(await lostInForcedColours(page), 'forced colours').toEqual([]);
    expect.soft(await movesThough(page), 'reduced motion').toEqual([]);
    expect.soft(await mutePictures(page), 'pictures without words').toEqual([]);
    for (const width of [1440, 768, 320]) await expectFits(page, width, `${width} px`);
    expect.soft(await smallTargets(page), 'targets, 320 px').toEqual([]);
    await setTextSize(page, 32);
    await expectFits(page, 1280, 'text of 200 %');
    expect.soft(await collisions(page), 'text of 200 %').toEqual([]);
    if (path === gallery || path === '/proof/') return; // the one is no part of the book, the other checks for minutes
    await setTextSize(page, 16);
    page.on('dialog', (dialog) => void dialog.dismiss());
    await standsRandomHands(page, {
      seed: 1 + paths.indexOf(path),
      events: 18,
      quick: 182,
      complaints,
    });
  });

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  for (const path of paths)
    test(`${path} reads well: posters stand, headings are in order, nothing says that it loads`, async ({
      page,
    }) => {
      await page.setViewportSize({ width: 320, height: 800 });
      await page.goto(path);
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      expect.soft(width, 'a phone’s width').toBe(320);
      const levels = await page
        .locator('h1, h2, h3, h4')
        .evaluateAll((headings) => headings.map(({ tagName }) => Number(tagName[1])));
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      levels.forEach((level, i) => expect(level).toBeLessThanOrEqual((levels[i - 1] ?? 0) + 1));
      for (const widget of await page.locator(`${widgets}:not(.check)`).all()) {
        const name = await widget.getAttribute('data-widget');
        const drawn = widget
          .locator('svg, img, canvas, table, [role="img"]')
          .locator('visible=true');
        expect.soft(await drawn.count(), `${name} has a poster`).toBeGreaterThan(0);
        expect.soft(await widget.getAttribute('data-state'), `${name}’s state`).toBe('poster');
      }
      if (path === gallery || path === '/proof/') return; // they name such states
      const text = (await page.locator('main').innerText()).toLowerCase();
      expect(text).not.toMatch(/\bloading\b|starting the engine|undefined|\bnan\b/);
    });

  test('the contents name eleven chapters, each with its link, and no page says that something is missing', async ({
    page,
  }) => {
    await page.goto('/');
    const items = page.locator('.toc li');
    await expect(items).toHaveCount(11);
    for (const item of await items.all()) await expect(item.getByRole('link')).toHaveCount(1);
    for (const path of paths)
      expect(htmlOf(path), path).not.toMatch(
        /not written yet|coming soon|to be written|\bTODO\b|lorem ipsum/i,
      );
  });

  test('chapter 2 reads well: equation, picture, product and code are there', async ({ page }) => {
    await page.goto('/chapters/patch-embedding/');
    await expect(page.locator('math').first()).toBeAttached();
    const cutter = page.locator('[data-widget="patch-cutter"]');
    await expect(cutter.getByText('drawn when the site was built')).toBeVisible();
    await expect(page.locator('.cutter-picture img')).toBeVisible();
    await expect(page.locator('.weight-picture svg')).toBeVisible();
    const cell = page.locator('[data-cell="stages/patch-embedding.ts"] pre.typescript');
    await expect(cell).toContainText('export function patchEmbedding(');
    await expect(page.locator('.copy, button.theme').first()).toBeHidden();
  });
});

for (const path of paths)
  test(`${path} has a title, a description, an address of its own, and a strict policy`, () => {
    const html = htmlOf(path);
    const found = (pattern: RegExp) => html.match(pattern)?.[1] ?? '';
    expect(found(/<title>([^<]*)/)).toContain('Four Equations');
    expect(found(/<meta name="description" content="([^"]*)/).length).toBeGreaterThan(20);
    const address = found(/<link rel="canonical" href="([^"]*)/);
    expect(address).toContain(path === '/404.html' ? '404' : path);
    const policy = found(/http-equiv="content-security-policy" content="([^"]*)/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(policy).not.toMatch(/script-src[^;]*unsafe-inline/);
  });

test('every link within the site leads to a page, and to a place that is there', () => {
  let own = 0;
  for (const path of paths)
    for (const [, link] of htmlOf(path).matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) {
      const { origin, pathname, hash } = new URL(link!, `http://site${path}`);
      if (origin !== 'http://site') continue;
      own += 1;
      const isFile = /\.\w+$/.test(pathname);
      const isThere = isFile ? existsSync(`dist${pathname}`) : paths.includes(pathname);
      expect(isThere, `${path}: ${link}`).toBe(true);
      const id = decodeURIComponent(hash.slice(1));
      if (id) expect(htmlOf(pathname), `${path}: ${link}`).toContain(` id="${id}"`);
    }
  expect(own).toBeGreaterThan(paths.length);
});

test('the site’s map lists the pages that are written, and no other', () => {
  const listed = [...sitemap.matchAll(/<loc>([^<]*)/g)].map(([, url]) => new URL(url!).pathname);
  const unlisted = ['/404.html', gallery];
  expect(listed.sort()).toEqual(paths.filter((path) => !unlisted.includes(path)).sort());
});

test('every subset of a font is declared', () => {
  expect(faces.size).toBe(fontFiles.length);
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
