/** Runs recipes in headless Chromium: the page is built into a folder of its own and served from memory to itself. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { chromiumFlags, ensureChromium } from '../find-browser.ts';
import type { Pretrained } from './page.ts';
import type { Recipe } from './recipes.ts';
import type { Progress } from './train.ts';

const origin = 'http://localhost';

/** On a busy machine software WebGL may be silent for so long that the watchdog would end it. */
const flags = [...chromiumFlags, '--disable-gpu-watchdog'];

export interface PretrainBrowser {
  /** Trains a recipe from its beginning to its end. */
  run(recipe: Recipe, report: (progress: Progress) => void): Promise<Pretrained>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<PretrainBrowser> {
  const folder = mkdtempSync(join(tmpdir(), 'four-equations-pretrain-'));
  await buildPage(folder);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: flags });
  return {
    async run(recipe, report) {
      const page = await browser.newPage();
      await serve(page, folder);
      await page.exposeFunction('report', report);
      await page.goto(`${origin}/`);
      await page.waitForFunction('window.pretrain');
      const result = await page.evaluate((given) => window.pretrain(given), recipe);
      await page.close();
      return result;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}

async function buildPage(outDir: string): Promise<void> {
  await build({
    configFile: false,
    logLevel: 'warn',
    publicDir: false,
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      lib: { entry: 'scripts/pretrain/page.ts', formats: ['es'], fileName: () => 'page.js' },
    },
  });
}

const blank =
  '<!doctype html><title>pretrain</title><script type="module" src="/page.js"></script>';

/** Answers the page's requests from the built folder and from `public`. */
async function serve(page: Page, folder: string): Promise<void> {
  await page.route(`${origin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ contentType: 'text/html', body: blank });
    const path = [join(folder, pathname), join('public', pathname)].find((one) => existsSync(one));
    return path ? route.fulfill({ path }) : route.fulfill({ status: 404 });
  });
}
