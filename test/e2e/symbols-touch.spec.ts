/** Symbols by touch, and without scripts. */
import { expect as atOnce, test } from '@playwright/test';

/** Patient with software WebGL on a busy machine. */
const expect = atOnce.configure({ timeout: 60_000 });

const patchEmbedding = '/chapters/patch-embedding/';

test.describe('by touch', () => {
  test.use({ hasTouch: true, viewport: { width: 390, height: 800 } });

  test('a tap on a word opens its symbol within the page, a tap beside it closes it', async ({
    page,
  }) => {
    await page.goto(patchEmbedding);
    await page.locator('p [data-symbol="E"]').first().tap();
    const floating = page.locator('.insp.floating');
    await expect(floating.locator('canvas')).toBeVisible();
    const { x, width } = (await floating.boundingBox())!;
    expect(x).toBeGreaterThanOrEqual(0);
    expect(x + width).toBeLessThanOrEqual(390);
    await page.locator('h1').tap();
    await expect(floating).toBeHidden();
    await page.locator('[data-equation="1"] [data-symbol="Epos"]').tap();
    await expect(page.locator('.eqs .insp-name')).toHaveText('Positions [50, 32]');
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('equations read as ever, and nothing waits to be pointed at', async ({ page }) => {
    await page.goto(patchEmbedding);
    await expect(page.locator('[data-equation="1"] math')).toBeAttached();
    await expect(page.locator('.insp')).toBeHidden();
    await expect(page.locator('.eq-keys')).toHaveCount(0);
  });
});
