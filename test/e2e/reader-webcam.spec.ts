/** The webcam: asked for on a press, off at once after the shot. */
import { expect, test } from '@playwright/test';
import { chromiumFlags, findChromium } from '../../scripts/find-browser.ts';

test.use({
  launchOptions: {
    executablePath: findChromium(),
    args: [
      ...chromiumFlags,
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
    ],
  },
  permissions: ['camera'],
});

interface Watched {
  streams: MediaStream[];
  refuse: string | null;
}

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    const watched: Watched = { streams: [], refuse: null };
    Object.assign(window, { watched });
    const real = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
    navigator.mediaDevices.getUserMedia = async (wish) => {
      if (watched.refuse) throw new DOMException('no', watched.refuse);
      const stream = await real(wish);
      watched.streams.push(stream);
      return stream;
    };
  });
  await page.goto('/chapters/patch-embedding/');
  await page.getByRole('button', { name: /Change picture/ }).click();
});

const states = () =>
  (window as never as { watched: Watched }).watched.streams.map((stream) =>
    stream.getTracks().map(({ readyState }) => readyState),
  );

test('a shot becomes the picture, and the camera stops', async ({ page }) => {
  const picker = page.getByRole('dialog', { name: 'Your picture' });
  await expect(picker.getByRole('button', { name: 'Webcam' })).toBeVisible();
  expect(await page.evaluate(states)).toEqual([]);
  await picker.getByRole('button', { name: 'Webcam' }).click();
  await picker.getByRole('button', { name: 'Take the picture' }).click();
  await expect(picker.getByRole('status')).toHaveText(
    'The picture was taken, and the camera is off.',
  );
  await expect(picker.locator('b').first()).toHaveText('webcam picture');
  await expect(picker.locator('video')).toHaveCount(0);
  expect(await page.evaluate(states)).toEqual([['ended']]);
});

test('closing the window turns the camera off', async ({ page }) => {
  const picker = page.getByRole('dialog', { name: 'Your picture' });
  await picker.getByRole('button', { name: 'Webcam' }).click();
  await expect(picker.getByRole('button', { name: 'Take the picture' })).toBeEnabled();
  expect(await page.evaluate(states)).toEqual([['live']]);
  await page.keyboard.press('Escape');
  await expect.poll(() => page.evaluate(states)).toEqual([['ended']]);
});

test('each refusal becomes a sentence', async ({ page }) => {
  const picker = page.getByRole('dialog', { name: 'Your picture' });
  for (const [name, sentence] of [
    ['NotAllowedError', /camera was not allowed: allow it/],
    ['NotFoundError', /No camera was found: connect one/],
    ['NotReadableError', /does not answer: close other programs/],
  ] as const) {
    await page.evaluate((refuse) => {
      (window as never as { watched: Watched }).watched.refuse = refuse;
    }, name);
    await picker.getByRole('button', { name: 'Webcam' }).click();
    await expect(picker.getByRole('status')).toHaveText(sentence);
    await expect(picker.locator('video')).toHaveCount(0);
  }
});
