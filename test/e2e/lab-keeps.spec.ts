/** Runs are kept: found again after a reload, a closed page or in another profile by their link, and as a file. */
import { readFileSync } from 'node:fs';
import { test as plainTest, type Page } from '@playwright/test';
import { importRun } from '../../src/lib/io/run-import.ts';
import { expect, test } from './kept-page.ts';
import { trainTo } from './lab-training.ts';
import { loseContext } from './lose-context.ts';

/** Small enough for a slow machine: 4 patches, one block. */
const small = '/chapters/train/?patchSize=14&embedDim=16&depth=1&batchSize=8&totalSteps=200';

const lab = (page: Page) => page.locator('[data-widget="lab"]');
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const metric = async (page: Page, name: string) =>
  Number(await page.locator(`[data-metric="${name}"]`).textContent());

async function exported(page: Page): Promise<ReturnType<typeof importRun>> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(page, 'Export this run').click(),
  ]);
  return importRun(new Uint8Array(readFileSync(await download.path())));
}

plainTest(
  'a page that is closed in mid-training is found again, and goes on where it was kept',
  async ({ context }) => {
    const first = await context.newPage();
    await first.goto(small);
    await button(first, 'Train').click();
    await expect.poll(() => metric(first, 'step')).toBeGreaterThanOrEqual(10);
    await expect(first.locator('.status')).toContainText(/kept on this device at step/);
    await first.close();

    const second = await context.newPage();
    await second.goto('/chapters/train/');
    await expect(lab(second)).toHaveAttribute('data-state', 'ready');
    await second.getByRole('button', { name: /^Open/ }).first().click();
    await expect.poll(() => metric(second, 'step')).toBeGreaterThan(0);
    const kept = await metric(second, 'step');
    await trainTo(second, kept + 3);
    const { state, summary } = await exported(second);
    expect(state.losses).toHaveLength(summary.step);

    // The other chapters show it from within, though it has fewer patches than theirs.
    const errors: Error[] = [];
    second.on('pageerror', (error) => errors.push(error));
    await second.goto('/chapters/many-heads/');
    await second.locator('.reader-weights select').selectOption(`mine: ${summary.name}`);
    const heads = second.locator('[data-widget="heads"]');
    await heads.scrollIntoViewIfNeeded();
    await expect(heads.locator('.status')).toContainText('your own model');
    await expect(heads).toHaveAttribute('data-state', 'ready');
    expect(errors).toEqual([]);
  },
);

/** Through one page, in order. */
test.describe.serial('a run in its tab', () => {
  test('a reload goes on with the run of the tab', async ({ page }) => {
    await page.goto(small);
    await trainTo(page, 5);
    const step = await metric(page, 'step');
    await expect(page.locator('.status')).toContainText(`kept on this device at step ${step}`);
    await page.reload();
    await expect.poll(() => metric(page, 'step')).toBe(step);
    await expect(button(page, 'Train')).toBeEnabled();
  });

  test('a run is exported and imported again', async ({ page }) => {
    const before = await exported(page);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Export this run').click(),
    ]);
    await page.locator('.run-import input').setInputFiles(await download.path());
    await expect(page.locator('.runs tbody')).toHaveCount(2);
    expect(await metric(page, 'step')).toBe(before.summary.step);
    const again = await exported(page);
    expect(again.state.parameters).toEqual(before.state.parameters);
    expect(again.state.first).toEqual(before.state.first);
    expect(again.summary.id).not.toBe(before.summary.id);
  });

  test('a file that is no run is refused in words, and the run at hand stays', async ({ page }) => {
    const step = await metric(page, 'step');
    const file = {
      name: 'holiday.zip',
      mimeType: 'application/zip',
      buffer: Buffer.from('PK nonsense'),
    };
    await page.locator('.run-import input').setInputFiles(file);
    await expect(page.locator('.run-files [role="status"]')).not.toBeEmpty();
    expect(await metric(page, 'step')).toBe(step);
  });
});

plainTest(
  'a shared link gives the same first fifty losses in a fresh profile',
  async ({ browser }) => {
    plainTest.slow();
    const firstLosses = async () => {
      const context = await browser.newContext();
      const page = await context.newPage();
      await page.goto(`${small}&seed=7`);
      await trainTo(page, 50);
      const { state } = await exported(page);
      await context.close();
      return [...state.losses.slice(0, 50)];
    };
    expect(await firstLosses()).toEqual(await firstLosses());
  },
);

plainTest(
  'a run that another tab trains is refused in words, and the address holds the settings',
  async ({ context }) => {
    const first = await context.newPage();
    await first.goto(small);
    await trainTo(first, 2);
    const second = await context.newPage();
    await second.goto('/chapters/train/');
    await expect(lab(second)).toHaveAttribute('data-state', 'ready');
    await second.getByRole('button', { name: /^Open/ }).first().click();
    await expect(lab(second)).toHaveAttribute('data-state', 'failed');
    await expect(second.locator('.status')).toContainText('another tab');
    await second.locator('.knobs [name="seed"]').fill('5');
    await expect(second).toHaveURL(/seed=5/);
  },
);

/** As a browser that blocks a site's data does it: every access to a store throws. */
const denied = `{
  const refuse = () => { throw new DOMException('made by the test', 'SecurityError'); };
  IDBFactory.prototype.open = refuse;
  for (const name of ['localStorage', 'sessionStorage', 'caches'])
    Object.defineProperty(globalThis, name, { get: refuse });
}`;

/** The page and its worker are denied every store. */
async function deny(page: Page): Promise<void> {
  await page.addInitScript(denied);
  await page.route('**/worker-*.js', async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: denied + (await response.text()) });
  });
}

plainTest(
  'a browser that keeps nothing: told in words, the table lists the run, a lost context costs none of it, export works',
  async ({ page }) => {
    const errors: Error[] = [];
    page.on('pageerror', (error) => errors.push(error));
    await deny(page);
    await page.goto(small);
    const status = page.locator('.lab .status');
    await trainTo(page, 5);
    await expect(page.locator('.lab')).toContainText(
      'A run is kept only as long as this page is open: export it to keep it.',
    );
    await expect(status).toContainText(/kept while this page is open, at step \d+/);
    await expect(page.locator('.own-model')).toHaveCount(0);
    const step = await metric(page, 'step');
    const row = page.locator('.runs tbody').first();
    await expect(row).toContainText(`${step} of 200`);
    await row.getByRole('button', { name: /^More/ }).click();
    await row.getByRole('button', { name: /^Rename/ }).click();
    await row.getByRole('textbox').fill('mine');
    await row.getByRole('textbox').press('Enter');
    await expect(row).toContainText('mine');

    await loseContext(page);
    await button(page, 'Step').click();
    await expect(page.locator('.lab')).toContainText(/the run goes on from step \d+/);
    await expect.poll(() => metric(page, 'step')).toBe(step + 1);
    const { summary } = await exported(page);
    expect(summary).toMatchObject({ step: step + 1, name: 'mine' });
    expect(errors).toEqual([]);
  },
);

plainTest(
  'a browser that keeps nothing trains on the reader’s own drawings all the same',
  async ({ page }) => {
    await deny(page);
    await page.goto(small.replace('?', '?data=drawings&'));
    const own = page.locator('.own-drawings');
    for (const label of ['cat', 'bee'])
      for (let drawing = 1; drawing <= 5; drawing++) {
        await own.locator('.pad').focus();
        for (const key of ['Space', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key);
        await own.getByRole('textbox', { name: 'label' }).fill(label);
        await page.keyboard.press('Enter');
        await expect(own.getByRole('button', { name: `${label}, drawing ${drawing}` })).toBeVisible(); // prettier-ignore
      }
    await expect(own).toContainText('drawings last until it is closed');
    await trainTo(page, 3);
    expect(await metric(page, 'train-loss')).toBeGreaterThan(0);
    await expect(page.locator('.lab .gallery button').first()).toHaveAccessibleName(/cat|bee/);
  },
);
