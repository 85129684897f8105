/** The built site on bad days: a GPU context lost under a widget, a page frozen, its storage cleared, its process gone. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect as atOnce, test, type Page } from '@playwright/test';
import { faultNames } from '../../src/lib/engine/faults/fault-list.ts';
import { loseContext } from './lose-context.ts';

/** Patient with software WebGL on a busy machine. */
const expect = atOnce.configure({ timeout: 60_000 });

const small = '/chapters/train/?patchSize=14&embedDim=16&depth=1&batchSize=8&totalSteps=2000';

const lab = (page: Page) => page.locator('[data-widget="lab"]');
const stepOf = async (page: Page) =>
  Number(await page.locator('[data-metric="step"]').textContent());
/** The step that the page says is kept; 0 while it says so of none. */
async function keptOf(page: Page): Promise<number> {
  const text = await page.locator('.lab .status').innerText();
  return Number(/kept on this device at step (\d+)/.exec(text)?.[1] ?? 0);
}

test('no fault of the tests is in what readers get', () => {
  const scripts = readdirSync('dist', { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.js')); // prettier-ignore
  const found = scripts.filter((name) => {
    const text = readFileSync(`dist/${name}`, 'utf8');
    return faultNames.some((fault) => fault.includes('-') && text.includes(fault));
  });
  expect(scripts.length).toBeGreaterThan(10);
  expect(found).toEqual([]);
});

test('a widget whose GPU context is lost computes again on a fresh engine, shows the same numbers and says so', async ({
  page,
}) => {
  await page.goto('/chapters/patch-embedding/');
  const widget = page.locator('[data-widget="rearrange"]');
  const difference = widget.locator('[data-number="difference"]');
  await widget.scrollIntoViewIfNeeded();
  await expect(widget).toHaveAttribute('data-state', 'ready');
  const field = widget.getByRole('textbox');
  const other = 'b c (p1 h) (p2 w) -> b (h w) (p1 p2 c)';
  const usual = await field.inputValue();
  await field.fill(other);
  await expect(difference).not.toHaveText('0');
  const expected = await difference.textContent();
  await field.fill(usual);
  await expect(difference).toHaveText('0');
  await loseContext(page);
  await field.fill(other);
  await expect(widget.locator('.status')).toContainText(
    'The GPU context was lost: these numbers were computed again by a fresh engine.',
  );
  await expect(difference).toHaveText(expected!);
  await expect(widget).toHaveAttribute('data-state', 'ready');
  await expect(widget).toHaveAttribute('data-backend', 'webgl');
});

test('a run outlives a frozen page, cleared storage and a crash: found again where it was kept', async ({
  context,
  baseURL,
}) => {
  const page = await context.newPage();
  await page.goto(small);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await expect.poll(() => keptOf(page)).toBeGreaterThan(0);
  const browser = await context.newCDPSession(page);

  await browser.send('Page.setWebLifecycleState', { state: 'frozen' });
  await browser.send('Page.setWebLifecycleState', { state: 'active' });
  const thawed = await stepOf(page);
  await expect.poll(() => stepOf(page)).toBeGreaterThan(thawed);

  const before = await keptOf(page);
  const cleared = { origin: baseURL!, storageTypes: 'indexeddb' };
  await browser.send('Storage.clearDataForOrigin', cleared);
  await expect.poll(() => keptOf(page)).toBeGreaterThan(before);
  await expect(page.locator('[data-lab="note"]')).toBeEmpty();
  const kept = await keptOf(page);

  const crashed = page.waitForEvent('crash');
  browser.send('Page.crash').catch(() => undefined); // nobody is left to answer
  await crashed;

  const next = await context.newPage();
  await next.goto('/chapters/train/');
  await expect(lab(next)).toHaveAttribute('data-state', 'ready');
  await next.getByRole('button', { name: /^Open/ }).first().click();
  await expect.poll(() => stepOf(next)).toBeGreaterThanOrEqual(kept);
  await next.getByRole('button', { name: 'Train', exact: true }).click();
  await expect.poll(() => stepOf(next)).toBeGreaterThan(kept);
});
