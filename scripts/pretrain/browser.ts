/** Runs recipes in headless Chromium, each in a page of its own. */
import { rmSync } from 'node:fs';
import { chromium } from 'playwright';
import { chromiumFlags, ensureChromium } from '../find-browser.ts';
import { buildScriptPage, pageOrigin, serveScriptPage } from '../script-page.ts';
import type { Pretrained } from './page.ts';
import type { Recipe } from './recipes.ts';
import type { Progress } from './train.ts';

/** On a busy machine software WebGL may be silent for so long that the watchdog would end it. */
const flags = [...chromiumFlags, '--disable-gpu-watchdog'];

export interface PretrainBrowser {
  /** Trains a recipe from its beginning to its end. */
  run(recipe: Recipe, report: (progress: Progress) => void): Promise<Pretrained>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<PretrainBrowser> {
  const folder = await buildScriptPage('scripts/pretrain/page.ts');
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: flags });
  return {
    async run(recipe, report) {
      const context = await browser.newContext();
      await serveScriptPage(context, folder);
      const page = await context.newPage();
      await page.exposeFunction('report', report);
      await page.goto(`${pageOrigin}/`);
      await page.waitForFunction('window.pretrain');
      const result = await page.evaluate((given) => window.pretrain(given), recipe);
      await context.close();
      return result;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}
