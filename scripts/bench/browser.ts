/** Opens the bench's page in headless Chromium, a fresh one for each contestant: built and served to itself. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright';
import { build } from 'vite';
import { chromiumFlags, ensureChromium } from '../find-browser.ts';
import { weightsPath } from './weights.ts';

const origin = 'http://localhost';

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
  const folder = mkdtempSync(join(tmpdir(), 'four-equations-bench-'));
  await buildPage(folder);
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: flags });
  return {
    version: `Chromium ${browser.version()}`,
    async open(weights) {
      const context = await browser.newContext();
      await context.route(`${origin}/**`, async (route) => {
        const { pathname } = new URL(route.request().url());
        if (pathname === '/')
          return route.fulfill({ headers, contentType: 'text/html', body: blank });
        if (pathname === weightsPath && weights)
          return route.fulfill({ headers, body: Buffer.from(weights) });
        const path = [folder, 'public'].map((root) => join(root, pathname)).find(existsSync);
        return path ? route.fulfill({ headers, path }) : route.fulfill({ status: 404 });
      });
      const page = await context.newPage();
      await page.goto(`${origin}/`);
      await page.waitForFunction('window.bench');
      return page;
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
    worker: { format: 'es' },
    build: {
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'esnext',
      chunkSizeWarningLimit: 4000,
      rolldownOptions: {
        input: 'scripts/bench/page.ts',
        output: { entryFileNames: 'page.js' },
      },
    },
  });
}

const blank = '<!doctype html><title>bench</title><script type="module" src="/page.js"></script>';
