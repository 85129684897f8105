/** What a page holds, asked of Chromium. */
import type { CDPSession, Page } from '@playwright/test';
import type { PageUsage } from '../../src/lib/io/proof-records.ts';

/** Counts from now on. */
export async function watchUsage(page: Page): Promise<() => Promise<PageUsage>> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return () => usage(session);
}

async function usage(session: CDPSession): Promise<PageUsage> {
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const value = (name: string) => metrics.find((metric) => metric.name === name)!.value;
  return {
    nodes: value('Nodes'),
    listeners: value('JSEventListeners'),
    heap: value('JSHeapUsedSize'),
  };
}
