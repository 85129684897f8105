/** Watches a page from its first byte: complaints, requests to other hosts, violations of its policy, moved boxes. */
import type { Page } from '@playwright/test';

export interface PageFaults {
  /** Errors of the console and of scripts, and violations of the policy. */
  complaints: string[];
  /** Addresses of other hosts that were asked. */
  foreign: string[];
  /** The sum of all layout shifts so far. */
  shift(): Promise<number>;
}

export async function watchFaults(page: Page, baseURL: string): Promise<PageFaults> {
  const complaints: string[] = [];
  const foreign: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol.startsWith('http') && origin !== baseURL) foreign.push(request.url());
  });
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) =>
      console.error(`CSP: ${event.violatedDirective} ${event.blockedURI}`),
    );
    const seen = { shift: 0 };
    Object.assign(globalThis, { seen });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const shift = () =>
    page.evaluate(() => (globalThis as unknown as { seen: { shift: number } }).seen.shift);
  return { complaints, foreign, shift };
}
