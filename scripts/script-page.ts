/** A page that runs one script of this repository: built into a folder of its own and served from there to itself. */
import { existsSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext } from 'playwright';
import { build } from 'vite';

export const pageOrigin = 'http://localhost';

/** Builds it; gives the folder, which is the caller's to remove. */
export async function buildScriptPage(script: string): Promise<string> {
  const outDir = mkdtempSync(join(tmpdir(), 'four-equations-page-'));
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
      rolldownOptions: { input: script, output: { entryFileNames: 'page.js' } },
    },
  });
  return outDir;
}

interface Served {
  /** Of every answer. */
  headers?: Record<string, string>;
  /** Beside what was built and what is in `public`, by path. */
  files?: ReadonlyMap<string, Uint8Array>;
}

/** Answers what the context asks of `pageOrigin`: the page at its root, what was built, and `public`. */
export async function serveScriptPage(
  context: BrowserContext,
  folder: string,
  { headers = {}, files = new Map() }: Served = {},
): Promise<void> {
  await context.route(`${pageOrigin}/**`, async (route) => {
    const { pathname } = new URL(route.request().url());
    if (pathname === '/') return route.fulfill({ headers, contentType: 'text/html', body: blank });
    const given = files.get(pathname);
    if (given) return route.fulfill({ headers, body: Buffer.from(given) });
    const path = [folder, 'public'].map((root) => join(root, pathname)).find(existsSync);
    return path ? route.fulfill({ headers, path }) : route.fulfill({ status: 404 });
  });
}

const blank = '<!doctype html><title>page</title><script type="module" src="/page.js"></script>';
