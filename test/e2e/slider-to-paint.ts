/** How long a move of a slider or a number field takes to reach the screen, by the browser's own Event Timing. */
import { chromium, expect, test, type Locator, type Page } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../scripts/find-browser.ts';

const rounds = 9;
const presses = 40;
/** Milliseconds that a key is down: about thirty presses a second, as fast as a held key repeats. */
const held = 33;

/**
 * The 95th percentile of 40 presses of an arrow key, up and back, at the pace of a held key, in milliseconds: the median of
 * nine rounds, since a moment in which the machine is slow falls on one of them.
 *
 * Once the page is awake. Drawn without the software GPU, which alone takes longer than the 50 ms that are allowed. `open`
 * opens the page and gives what is moved; `settled` waits for what it shows where it began.
 */
export async function sliderToPaint(
  baseURL: string,
  open: (page: Page) => Promise<Locator>,
  settled: (page: Page) => Promise<void>,
): Promise<number> {
  const args = chromiumFlags.filter((flag) => !/swiftshader/.test(flag));
  const executablePath = findChromium();
  const browser = await chromium.launch({ executablePath, args: [...args, '--disable-gpu'] });
  const page = await browser.newPage({ baseURL, serviceWorkers: 'block' });
  const control = await open(page);
  await page.waitForLoadState('networkidle');
  // Without a GPU an engine takes half of a small machine: what it computes is another test's.
  const computing = page.locator('[data-state="busy"], [data-state="loading"], .insp-where:text-is("computing")'); // prettier-ignore
  await expect(computing).toHaveCount(0, { timeout: 60_000 });
  await page.evaluate(watchKeys);
  await control.focus();
  const slowest: number[][] = [];
  for (let round = 0; round < rounds; round++) {
    for (let i = 0; i < presses; i++)
      await page.keyboard.press(i < presses / 2 ? 'ArrowUp' : 'ArrowDown', { delay: held });
    await settled(page);
    slowest.push((await page.evaluate(takeDurations)).sort((a, b) => b - a));
  }
  await browser.close();
  const description = slowest.map((round) => round.slice(0, 3).join(', ')).join('; ');
  test.info().annotations.push({ type: `the slowest of ${presses}, ms, by round`, description });
  const percentiles = slowest.map((round) => round[Math.floor(presses * 0.05)] ?? 0);
  return percentiles.sort((a, b) => a - b)[Math.floor(rounds / 2)]!;
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

function takeDurations(): number[] {
  return (globalThis as unknown as { durations: number[] }).durations.splice(0);
}
