/** What a page holds, asked of Chromium. */
import type { CDPSession, Page } from '@playwright/test';
import type { PageUsage } from '../../src/lib/io/proof-records.ts';

/** Counts from now on. */
export async function watchUsage(page: Page): Promise<() => Promise<PageUsage>> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send('Performance.enable');
  return () => usage(devtools);
}

async function usage(devtools: CDPSession): Promise<PageUsage> {
  await devtools.send('HeapProfiler.collectGarbage');
  const { metrics } = await devtools.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    heap: value('JSHeapUsedSize'),
  };
}
