/** The built site without its server, and a new version of it beside the old one. A server of its own can be taken away. */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect as atOnce, test, type Page } from '@playwright/test';
import { dataCache } from '../../src/components/offline/names.ts';
import { writeServiceWorker } from '../../scripts/service-worker.ts';
import { serveFolder } from '../../scripts/static-server.ts';
import { watchFaults } from './page-faults.ts';

test.use({ serviceWorkers: 'allow' });

/** Patient with software WebGL on a busy machine. */
const expect = atOnce.configure({ timeout: 60_000 });

const small = 'patchSize=14&embedDim=16&depth=1&batchSize=8';

async function trains(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const step = page.locator('[data-metric="step"]');
  await expect.poll(async () => Number(await step.textContent())).toBeGreaterThanOrEqual(2);
}

test('once it is kept, the book reads, computes, searches and trains without a network', async ({
  page,
  context,
}) => {
  const server = await serveFolder('dist');
  const { complaints, foreign } = await watchFaults(page, new URL(server.url).origin);
  await page.goto(`${server.url}offline/`);
  const panel = page.locator('.offline');
  await expect(panel).toHaveAttribute('data-offline', 'ready');
  await expect(panel).toContainText(/\d+ files, \d\.\d MB\./);
  const garments = panel.getByRole('row').first();
  await garments.getByRole('button', { name: 'Save for offline' }).click();
  await expect(garments).toContainText('Saved.');
  await server.close();
  await context.setOffline(true);

  await page.goto(`${server.url}chapters/head/`);
  const lens = page.locator('[data-widget="logit-lens"]');
  await lens.scrollIntoViewIfNeeded();
  await expect(lens).toHaveAttribute('data-state', 'ready');
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('convolution stride');
  await expect(page.getByRole('dialog').getByRole('status')).toHaveText(/places? in \d+ chapter/);

  await trains(page, `${server.url}chapters/train/?data=shapes-relation&${small}`);
  await trains(page, `${server.url}chapters/train/?${small}`);
  expect(complaints).toEqual([]);
  expect(foreign).toEqual([]);

  await page.goto(`${server.url}nowhere/`);
  await expect(page.locator('.offline')).toContainText('is not on this device');
  await page.goto(`${server.url}offline/`);
  await garments.getByRole('button', { name: 'Remove' }).click();
  await expect(garments).toContainText('Not saved.');
  await page.getByRole('button', { name: 'Remove the copy' }).click();
  await expect(panel).toHaveAttribute('data-offline', 'none');
  expect(await page.evaluate(() => caches.keys())).toEqual([dataCache]);
  await page.close();
});

/** The site as it might be after a change: another heading, other symbols, the window for the search gone. */
async function nextVersion(): Promise<string> {
  const folder = join(mkdtempSync(join(tmpdir(), 'next-')), 'dist');
  const shards = /fashion-mnist.(train|test|validation)/;
  cpSync('dist', folder, { recursive: true, filter: (name) => !shards.test(name) });
  const home = readFileSync(join(folder, 'index.html'), 'utf8');
  writeFileSync(join(folder, 'index.html'), home.replace(/(<h1[^>]*>)Four/, '$1Five'));
  writeFileSync(join(folder, 'symbols.json'), '[]');
  const chunks = readdirSync(join(folder, '_astro'));
  rmSync(
    join(
      folder,
      '_astro',
      chunks.find((name) => /^open-dialog\..*\.js$/.test(name))!,
    ),
  );
  await writeServiceWorker(folder);
  return folder;
}

/** The page's heading and the workers there are: what is in the way of a change. */
function standing(page: Page): Promise<string> {
  const read = () =>
    page.evaluate(async () => {
      const registration = (await navigator.serviceWorker.getRegistration())!;
      const workers = (['installing', 'waiting', 'active'] as const)
        .filter((place) => registration[place])
        .map((place) => `${place}: ${registration[place]!.state}`);
      return [document.querySelector('h1')!.textContent, ...workers].join(', ');
    });
  return read().catch(() => 'between two pages');
}

test('a new version waits for the reader; old and new are never mixed', async ({
  page,
  context,
}) => {
  const [server, next] = await Promise.all([serveFolder('dist'), nextVersion()]);
  const heading = (of: Page) => of.locator('h1');
  const symbols = () =>
    page.evaluate(async () => (await (await fetch('/symbols.json')).json()).length as number);
  await page.goto(server.url);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  await page.reload();
  const other = await context.newPage();
  await other.goto(server.url);
  const before = await symbols();

  server.show(next);
  await page.reload();
  const update = page.locator('.update');
  await expect(update).toContainText('A newer version of this book is here.');
  await expect(heading(page)).toHaveText('Four Equations');
  expect(await symbols()).toBe(before);
  await page.keyboard.press('/');
  await expect(page.getByRole('dialog', { name: 'Search the book' })).toBeVisible();
  await page.keyboard.press('Escape');

  await update.getByRole('button', { name: 'Reload' }).click();
  await expect.poll(() => standing(page)).toBe('Five Equations, active: activated');
  await expect(heading(other)).toHaveText('Five Equations');
  expect(await symbols()).toBe(0);
  await expect(update).toBeEmpty();
  await server.close();
});
