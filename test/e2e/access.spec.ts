/** What a screen reader is told: what matters, once. */
import type { Page } from '@playwright/test';
import { awake, expect, test } from './kept-page.ts';

/** Counts changes of what is read aloud by itself. */
async function countAnnouncements(page: Page): Promise<() => Promise<string[]>> {
  await page.evaluate(() => {
    const live = '[aria-live]:not([aria-live=off]), [role=status], [role=alert], output:not([aria-live=off])'; // prettier-ignore
    const said: string[] = [];
    Object.assign(globalThis, { said });
    new MutationObserver((changes) => {
      const places = new Set(
        changes.map(({ target }) =>
          (target instanceof Element ? target : target.parentElement)?.closest(live),
        ),
      );
      for (const place of places) if (place?.textContent) said.push(place.textContent);
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
  return () => page.evaluate(() => (globalThis as unknown as { said: string[] }).said);
}

test('a sweep of a slider is told once, when it ends', async ({ page }) => {
  const widget = await awake(page, '/chapters/why-patches/', 'sequence-length');
  const announcements = await countAnnouncements(page);
  const slider = widget.getByRole('slider').first();
  await slider.focus();
  for (let press = 0; press < 20; press++) await page.keyboard.press('ArrowLeft');
  await expect.poll(announcements).toHaveLength(1);
  const [sentence] = await announcements();
  expect(await widget.innerText()).toContain(sentence!.slice(0, 40));
});

test('twenty steps of training are told in a few sentences', async ({ page }) => {
  const lab = await awake(page, '/chapters/train/?patchSize=14&depth=1&embedDim=16', 'lab');
  const announcements = await countAnnouncements(page);
  await page.getByRole('button', { name: 'Train', exact: true }).click();
  const step = async () => Number(await lab.locator('[data-metric="step"]').textContent());
  await expect.poll(step).toBeGreaterThanOrEqual(20);
  await page.getByRole('button', { name: 'Pause', exact: true }).click();
  await expect(lab).toHaveAttribute('data-state', 'ready');
  const said = await announcements();
  expect(said.length, said.join('\n')).toBeLessThanOrEqual(5);
});
