/** The main thread's tasks in a Chromium trace, by the CPU time that they took. */
import type { Browser, Page } from '@playwright/test';

interface TraceEvent {
  name: string;
  ph: string;
  pid: number;
  tid: number;
  /** Microseconds of CPU time of the thread. */
  tdur?: number;
  args?: { name?: string; data?: { url?: string } };
}

/** The longest task of the page's main thread while `work` runs, milliseconds of CPU time. */
export async function longestTask(
  browser: Browser,
  page: Page,
  work: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, {
    categories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'],
  });
  await work();
  const trace = await browser.stopTracing();
  const { traceEvents } = JSON.parse(trace.toString()) as { traceEvents: TraceEvent[] };
  const mainThreads = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const durations = traceEvents
    .filter(({ name, ph, pid, tid }) => {
      const isTask = ph === 'X' && (name === 'RunTask' || name === 'ThreadControllerImpl::RunTask');
      return isTask && mainThreads.has(`${pid}/${tid}`);
    })
    .map(({ tdur = 0 }) => tdur / 1000);
  if (durations.length === 0) throw new Error('the trace holds no task of a main thread');
  return Math.max(...durations);
}
