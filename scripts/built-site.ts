/** The built site, served here and opened in a browser, for what is measured by hand. */
import { spawn } from 'node:child_process';
import { chromium, type Page } from 'playwright';
import { chromiumFlags, ensureChromium } from './find-browser.ts';

export interface BuiltSite {
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** `npm run build` first. */
export async function openSite(port = 4339): Promise<BuiltSite> {
  const server = spawn('astro', ['preview', '--ignore-lock', '--port', String(port)], {
    stdio: 'ignore',
  });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
  const origin = `http://localhost:${port}`;
  await served(origin);
  return {
    async open(path) {
      const page = await browser.newPage();
      await page.goto(origin + path);
      return page;
    },
    async close() {
      await browser.close();
      server.kill();
    },
  };
}

async function served(origin: string): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await fetch(origin);
      return;
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}
