/**
 * Builds the site for a base path and walks through it: every address of every page must be there, the engine must compute, the
 * lab must train, the search must find, and the copy for offline must come.
 *
 *   npm run test:base
 *
 * By hand: it builds the site a second time.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { chromiumFlags, ensureChromium } from './find-browser.ts';
import { serveFolder } from './static-server.ts';

const base = '/four-equations/';
const folder = join(mkdtempSync(join(tmpdir(), 'four-equations-base-')), 'dist');
const small = 'data=shapes-relation&patchSize=14&embedDim=16&depth=1&batchSize=8';

function build(): void {
  const env = { ...process.env, SITE_BASE: base, SITE_URL: 'https://example.org' };
  const run = (...command: string[]) =>
    execFileSync(command[0]!, command.slice(1), { env, stdio: ['ignore', 'ignore', 'inherit'] });
  run('npm', 'run', 'posters');
  run('astro', 'build', '--outDir', folder);
  run('npm', 'run', 'search', '--', folder);
  run('npm', 'run', 'offline', '--', folder);
}

/** Addresses of the site in its pages that lead to no file. */
function deadAddresses(): string[] {
  const pages = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );
  return pages.flatMap((page) => {
    const html = readFileSync(join(folder, page), 'utf8');
    const found = html.matchAll(
      /(?:href|src|component-url|renderer-url|before-hydration-url|content)="([^"]+)"/g,
    );
    return [...found]
      .map(([, address]) => address!)
      .filter((address) => /^(\/|https:\/\/example\.org)/.test(address))
      .filter((address) => !isThere(new URL(address, 'https://example.org').pathname))
      .map((address) => `${page}: ${address}`);
  });
}

function isThere(pathname: string): boolean {
  if (pathname === `${base}404/`) return true; // that page's own name for itself
  if (!pathname.startsWith(base)) return false;
  const path = join(folder, decodeURIComponent(pathname.slice(base.length)));
  return existsSync(pathname.endsWith('/') ? join(path, 'index.html') : path);
}

/** Complaints of a page that has computed, searched, trained, and been kept. */
async function walk(page: Page, url: string): Promise<string[]> {
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(`${url}chapters/head/`);
  await page.locator('[data-widget="logit-lens"]').scrollIntoViewIfNeeded();
  await page.locator('[data-widget="logit-lens"][data-state="ready"]').waitFor();
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill('convolution stride');
  await page.getByRole('dialog').getByText('The same thing as a convolution').first().click();
  await page.waitForURL(`${url}chapters/patch-embedding/**`);
  await page.goto(`${url}chapters/train/?${small}`);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  await page
    .locator('[data-metric="step"]')
    .getByText(/^[1-9]/)
    .waitFor();
  await page.goto(`${url}offline/`);
  await page.locator('[data-offline="ready"]').waitFor();
  return complaints;
}

build();
const dead = deadAddresses();
const server = await serveFolder(folder, { base });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
const page = await browser.newPage();
page.setDefaultTimeout(120_000);
const complaints = await walk(page, server.url);
await browser.close();
await server.close();
rmSync(join(folder, '..'), { recursive: true });
const faults = [...dead, ...complaints];
console.log([...faults, `under ${base}: ${faults.length} faults`].join('\n'));
process.exitCode = faults.length === 0 ? 0 : 1;
