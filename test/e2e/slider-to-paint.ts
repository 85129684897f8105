/** How long a move of a slider or a number field takes to reach the screen, by the browser's own Event Timing. */
import { chromium, test, type Locator, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../scripts/find-browser.ts';

const presses = 40;

/**
 * The 95th percentile of 40 presses of an arrow key, up and back, in milliseconds.
 *
 * Drawn without the software GPU, which alone takes longer than the 50 ms that are allowed. `open` opens the page and
 * gives what is moved; `settled` waits for what it shows where it began.
 */
export async function sliderToPaint(
  baseURL: string,
  open: (page: Page) => Promise<Locator>,
  settled: (page: Page) => Promise<void>,
): Promise<number> {
  const args = chromiumFlags.filter((flag) => !/swiftshader/.test(flag));
  const executablePath = findChromium();
  const browser = await chromium.launch({ executablePath, args: [...args, '--disable-gpu'] });
  const page = await browser.newPage({ baseURL });
  const control = await open(page);
  await page.evaluate(watchKeys);
  await control.focus();
  for (let i = 0; i < presses; i++)
    await page.keyboard.press(i < presses / 2 ? 'ArrowUp' : 'ArrowDown');
  await settled(page);
  const durations = await page.evaluate(
    () => (globalThis as unknown as { durations: number[] }).durations,
  );
  await browser.close();
  const slowest = durations.sort((a, b) => b - a);
  test.info().annotations.push({
    type: 'slider to paint',
    description: `the slowest of ${presses}, ms: ${slowest.slice(0, 5).join(', ')}`,
  });
  return slowest[Math.floor(presses * 0.05)] ?? 0;
}

/** Notes the duration of every key press that took at least 16 ms, the least that is reported. */
function watchKeys(): void {
  const durations: number[] = [];
  Object.assign(globalThis, { durations });
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries())
      if (name === 'keydown') durations.push(duration);
  }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
}
