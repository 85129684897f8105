/** The built site, served here and opened in a browser, for what is measured by hand. */
import { spawn } from 'node:child_process';
import { chromium, type Browser, type Page } from 'playwright';
import { chromiumFlags, ensureChromium } from './find-browser.ts';

export interface SiteServer {
  origin: string;
  close(): void;
}

export interface BuiltSite {
  browser: Browser;
  open(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** Serves what `npm run build` made. */
export async function serveSite(port = 4339): Promise<SiteServer> {
  const server = spawn('astro', ['preview', '--ignore-lock', '--port', String(port)], {
    stdio: 'ignore',
  });
  const origin = `http://localhost:${port}`;
  for (let attempt = 0; ; attempt++) {
    try {
      await fetch(origin);
      return { origin, close: () => void server.kill() };
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

export async function openSite(): Promise<BuiltSite> {
  const server = await serveSite();
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: chromiumFlags });
  return {
    browser,
    async open(path) {
      const page = await browser.newPage();
      await page.goto(server.origin + path);
      return page;
    },
    async close() {
      await browser.close();
      server.close();
    },
  };
}
