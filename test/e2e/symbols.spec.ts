/** Symbols on the built site: by keyboard, pointer and touch, in equation, sentence, code and figure. */
import { test, type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import { expect, test as keptTest } from './kept-page.ts';
import { axeOf } from './page-access.ts';
import type * as Numbers from './symbols-numbers.ts';

const patchEmbedding = '/chapters/patch-embedding/';
const library = importLibrary<typeof Numbers>('test/e2e/symbols-numbers.ts');

/** 112 / 16 = 7, 7² = 49 patches of 16² · 3 = 768 numbers, width 32. */
const equation1 = [
  'z zero, the sequence that enters the encoder, 50 by 32',
  'x class, the class token, 1 by 32',
  'x p, one patch, number 1, 768 numbers',
  'E, the patch projection, 768 by 32',
  'x p, one patch, number 2, 768 numbers',
  'E, the patch projection, 768 by 32',
  'x p, one patch, number N, 768 numbers',
  'E, the patch projection, 768 by 32',
  'E pos, the positions, 50 by 32',
];

/** 28 / 4 = 7, 7² = 49 patches, width 32. */
const equation2 = [
  'z prime l, after attention, 50 by 32',
  'MSA, self-attention in many heads, 50 by 32',
  'LN, the layer norm before attention, 50 by 32',
  'z l minus one, what enters the block, 50 by 32',
  'z l minus one, what enters the block, 50 by 32',
];

/** What the browser tells a screen reader of the symbol that the keyboard stands on. */
async function chosenName(page: Page): Promise<string> {
  const client = await page.context().newCDPSession(page);
  const { root } = await client.send('DOM.getDocument');
  const keys = await client.send('DOM.querySelectorAll', {
    nodeId: root.nodeId,
    selector: '.eq-keys',
  });
  const options = await Promise.all(
    keys.nodeIds.map((nodeId) =>
      client.send('Accessibility.queryAXTree', { nodeId, role: 'option' }),
    ),
  );
  await client.detach();
  const chosen = options
    .flatMap(({ nodes }) => nodes)
    .find(({ properties }) =>
      properties?.some(({ name, value }) => name === 'selected' && value.value === true),
    );
  return String(chosen?.name?.value ?? '');
}

/** The chapter that other tests may have used before, with nothing chosen. */
async function openAnew(page: Page): Promise<void> {
  if (!page.url().includes(patchEmbedding)) await page.goto(patchEmbedding);
  await page.keyboard.press('Escape');
  await expect.poll(() => chosenName(page)).toBe('');
}

/** Tabs until the focus stands on the symbols of an equation. */
async function tabToSymbols(page: Page): Promise<void> {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate(() => document.activeElement!.matches('.eq-keys'))) return;
  }
  throw new Error('40 tabs, and no equation');
}

const underlined = (locator: Locator) =>
  locator.evaluate((element) => {
    const { textDecorationLine, boxShadow } = getComputedStyle(element);
    return textDecorationLine === 'underline' || boxShadow !== 'none';
  });

/** All shifts of the page, those after an input too. */
async function watchShifts(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const seen = { shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () =>
    page.evaluate(() => (globalThis as unknown as { seen: { shift: number } }).seen.shift);
}

test('equation 1 by keyboard alone: every symbol is named with its shape, and nothing moves', async ({
  page,
}) => {
  const shift = await watchShifts(page);
  await page.goto(patchEmbedding);
  await tabToSymbols(page);
  const inspector = page.locator('.eqs .insp');
  for (const [i, name] of equation1.entries()) {
    if (i > 0) await page.keyboard.press('ArrowRight');
    await expect.poll(() => chosenName(page)).toBe(name);
  }
  await expect(inspector.locator('.insp-name')).toContainText('Positions');
  const table = await (await library).largestParameter('parameters.positions');
  await expect(inspector).toContainText(`−${table} to ${table}`);
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => chosenName(page)).toBe('N, patches of an image, G², 49');
  await expect(inspector).toContainText('N = 49');

  await page.keyboard.press('Home');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(inspector.locator('.insp-name')).toHaveText('Projection [768, 32]');
  const most = await (await library).largestParameter('parameters.patchEmbedding.weight');
  await expect(inspector).toContainText(`−${most} to ${most}`);
  const canvas = inspector.locator('canvas');
  const size = await canvas.evaluate((element: HTMLCanvasElement) => [
    element.width,
    element.height,
    element.clientWidth / element.width,
  ]);
  expect(size).toEqual([4 * (48 + 1) - 1, 8 * (16 + 1) - 1, 1]);
  await expect(inspector).toContainText('computed here');
  expect(await shift()).toBeLessThan(0.02);
});

keptTest(
  'choosing a symbol marks it in sentence, code and figure; Esc takes the marks away',
  async ({ page }) => {
    await openAnew(page);
    const equation = page.locator('[data-equation="1"]');
    await equation.locator('.katex-html [data-symbol="E"]').nth(1).click();
    const places = [
      equation.locator('.katex-html [data-symbol="E"]').nth(2),
      page.locator('p [data-symbol="E"]').first(),
      page.locator('pre [data-symbol="E"]').first(),
      page.locator('figcaption [data-symbol="E"]'),
    ];
    for (const place of places) await expect.poll(() => underlined(place)).toBe(true);
    const matrix = page.locator('[data-marks="E"]');
    await expect(matrix).toHaveCSS('outline-style', 'solid');
    expect(await underlined(page.locator('p [data-symbol="xp"]').first())).toBe(false);

    await page.keyboard.press('Escape');
    expect(await chosenName(page)).toBe('');
    for (const place of places) await expect.poll(() => underlined(place)).toBe(false);
    await expect(matrix).toHaveCSS('outline-style', 'none');
  },
);

keptTest(
  'a patch by its number: its row of the picture; other forms of a symbol are marked with it',
  async ({ page }) => {
    await openAnew(page);
    await page.locator('[data-equation="1"] [data-symbol="xpi"][data-index="N"]').click();
    await expect(page.locator('.eqs .insp')).toContainText('patch 49 of 49');
    await expect.poll(() => underlined(page.locator('p [data-symbol="xp"]').first())).toBe(true);
  },
);

keptTest(
  'the line of code leads to the cell that shows it, and the line is lit',
  async ({ page }) => {
    await openAnew(page);
    await page.locator('[data-equation="1"] [data-symbol="E"]').first().click();
    const link = page
      .locator('.eqs .insp')
      .getByRole('link', { name: /patch-embedding\.ts, line \d+/ });
    await link.click();
    const line = page.locator('pre .line:target');
    await expect(line).toBeInViewport();
    await expect(line).toHaveText(': dense(params, patches);');
    await expect(line).not.toHaveCSS('background-color', 'rgba(0, 0, 0, 0)');
  },
);

keptTest(
  'pointing at a word shows the symbol beside it, and leaving hides it again',
  async ({ page }) => {
    await openAnew(page);
    const floating = page.locator('.insp.floating');
    const word = page.locator('p [data-symbol="E"]').first();
    await word.hover();
    await expect(floating).toBeVisible();
    await expect(floating.locator('.insp-name')).toHaveText('Projection [768, 32]');
    await floating.hover();
    await expect(floating.locator('canvas')).toBeVisible();
    await page.locator('h1').hover();
    await expect(floating).toBeHidden();
    const code = page.locator('pre [data-symbol="xp"]').first();
    await code.click();
    await expect(floating.locator('.insp-name')).toHaveText('Patches [49, 768]');
    const { violations } = await axeOf(page).include('.insp.floating').analyze();
    expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(floating).toBeHidden();
  },
);

keptTest('a letter is marked wherever it measures something', async ({ page }) => {
  await openAnew(page);
  const letter = page.locator('main > p .dim-D').first();
  const inShape = page.locator('.shape i.dim-D').last();
  const colour = (locator: Locator) =>
    locator.evaluate((element) => getComputedStyle(element).textDecorationColor);
  const before = await colour(inShape);
  await letter.click();
  await expect(page.locator('.insp.floating')).toHaveText('D = 32embedding width');
  await expect.poll(() => colour(inShape)).not.toBe(before);
  expect(await colour(inShape)).toBe(await colour(letter));
});

test('without the symbols there is a sentence, and the next try is a new one', async ({ page }) => {
  await page.goto(patchEmbedding);
  await page.route('**/symbols.json', (route) => route.fulfill({ status: 503 }), { times: 1 });
  const word = page.locator('p [data-symbol="E"]').first();
  await word.click();
  const floating = page.locator('.insp.floating');
  await expect(floating).toContainText('The symbols did not arrive: the server answered 503.');
  await word.click();
  await expect(floating.locator('.insp-name')).toHaveText('Projection [768, 32]');
});

keptTest('the space below an equation fits every symbol on every width', async ({ page }) => {
  await openAnew(page);
  const inspector = page.locator('.eqs .insp');
  const stop = page.locator('.eq-keys').first();
  await stop.focus();
  await expect(inspector.locator('canvas')).toBeVisible();
  for (const width of [320, 768, 1440]) {
    await page.setViewportSize({ width, height: 800 });
    const heights = new Set<number>();
    await page.keyboard.press('Home');
    for (const i of equation1.keys()) {
      await expect(stop).toHaveAttribute(
        'aria-activedescendant',
        `${await stop.getAttribute('id')}-${i}`,
      );
      heights.add(await inspector.evaluate((element) => element.clientHeight));
      await page.keyboard.press('ArrowRight');
    }
    expect([...heights], `${width} px`).toHaveLength(1);
  }
});

test('chapter 11: the four equations are one stop, and equation 2 is read symbol by symbol', async ({
  page,
}) => {
  await page.goto('/chapters/train/');
  await expect(page.locator('.eq-keys')).toHaveCount(1);
  await page.locator('.eq-keys').focus();
  for (let i = 0; i < equation1.length; i++) await page.keyboard.press('ArrowRight');
  for (const name of equation2) {
    await expect.poll(() => chosenName(page)).toBe(name);
    await page.keyboard.press('ArrowRight');
  }
  const inspector = page.locator('.eqs .insp');
  await expect(inspector.locator('canvas')).toBeVisible();
  await expect(inspector).toContainText('block 1 of 3');
  const picture = () =>
    inspector.locator('canvas').evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL());
  const first = await picture();
  await inspector.getByRole('button', { name: '3' }).click();
  await expect(inspector).toContainText('block 3 of 3');
  expect(await picture()).not.toBe(first);
  await page.locator('.eq-keys').focus();
  const { violations } = await axeOf(page).include('.eqs').analyze();
  expect(violations.map(({ id, nodes }) => [id, ...nodes.map(({ html }) => html)])).toEqual([]);
  await page.keyboard.press('End');
  await expect.poll(() => chosenName(page)).toBe('the logits, 10 numbers');
});

test('on the map of the home page symbols stay what leads to the chapters', async ({ page }) => {
  await page.goto('/');
  await expect(page.locator('.eq-keys')).toHaveCount(0);
  await expect(page.locator('.map a').first()).toBeVisible();
});
