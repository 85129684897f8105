/** Opens the bench's page in headless Chromium, a fresh one for each contestant. */
import { rmSync } from 'node:fs';
import { chromium, type Page } from 'playwright';
import { chromiumFlags, ensureChromium } from '../find-browser.ts';
import { buildScriptPage, pageOrigin, serveScriptPage } from '../script-page.ts';
import { weightsPath } from './weights.ts';

/** WebGPU in software, for the rival that can use it; and patience with a busy machine. */
const flags = [
  ...chromiumFlags,
  '--disable-gpu-watchdog',
  '--enable-unsafe-webgpu',
  '--use-webgpu-adapter=swiftshader',
];

/** The page may share memory between threads: jax-js then computes on all cores. */
const headers = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
};

export interface BenchBrowser {
  version: string;
  /** A page with its own TensorFlow.js and its own WebGL context. */
  open(weights?: Uint8Array): Promise<Page>;
  close(): Promise<void>;
}

export async function openBrowser(): Promise<BenchBrowser> {
  const folder = await buildScriptPage('scripts/bench/page.ts');
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: flags });
  return {
    version: `Chromium ${browser.version()}`,
    async open(weights) {
      const context = await browser.newContext();
      const files = new Map(weights ? [[weightsPath, weights]] : []);
      await serveScriptPage(context, folder, { headers, files });
      const page = await context.newPage();
      await page.goto(`${pageOrigin}/`);
      await page.waitForFunction('window.bench');
      return page;
    },
    async close() {
      await browser.close();
      rmSync(folder, { recursive: true });
    },
  };
}
