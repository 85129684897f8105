/** The reader's picture: chosen in one chapter, found again in the next; odd files end in a sentence. */
import { readFileSync } from 'node:fs';
import { expect, test, type Page } from '@playwright/test';
import { axeOf } from './page-access.ts';

const chapter = '/chapters/patch-embedding/';
const nextChapter = '/chapters/class-token-and-positions/';
const fixture = (name: string) => readFileSync(`test/fixtures/images/${name}`);

const bar = (page: Page) => page.locator('.reader-bar');
const nameInBar = (page: Page) => page.locator('.reader-name');
const picker = (page: Page) => page.getByRole('dialog', { name: 'Your picture' });
const message = (page: Page) => picker(page).getByRole('status');

async function open(page: Page, path = chapter): Promise<void> {
  await page.goto(path);
  await expect(bar(page)).toHaveAttribute('data-ready', 'true');
}

async function openPicker(page: Page, path = chapter): Promise<void> {
  await open(page, path);
  await page.getByRole('button', { name: /Change picture/ }).click();
  await expect(picker(page)).toBeVisible();
}

async function upload(page: Page, name: string, buffer: Buffer): Promise<void> {
  const files = { name, mimeType: 'application/octet-stream', buffer };
  await picker(page).locator('input[type=file]').setInputFiles(files);
}

/** The four quarters of the picture that the picker shows, as colours. */
function quarters(page: Page): Promise<string[]> {
  return picker(page)
    .getByRole('img', { name: /^The picture now/ })
    .evaluate((canvas: HTMLCanvasElement) =>
      [0.25, 0.75].flatMap((y) =>
        [0.25, 0.75].map((x) => {
          const at = [Math.floor(x * canvas.width), Math.floor(y * canvas.height)] as const;
          const { data } = canvas.getContext('2d')!.getImageData(...at, 1, 1);
          return [...data.subarray(0, 3)].map((value) => (value > 127 ? 'f' : '0')).join('');
        }),
      ),
    );
}

test('a photograph is kept over a reload and in the next chapter, and its address can be shared', async ({
  page,
  browser,
  baseURL,
}) => {
  await openPicker(page);
  await picker(page).getByRole('button', { name: 'cup of coffee' }).click();
  await expect(message(page)).toHaveText('The picture is now: cup of coffee.');
  await picker(page).getByRole('button', { name: 'Done' }).click();
  await expect(nameInBar(page)).toHaveText('cup of coffee');
  const shared = page.url();
  expect(new URL(shared).search).toBe('?image=coffee');
  await page.reload();
  await expect(nameInBar(page)).toHaveText('cup of coffee');
  await open(page, nextChapter);
  await expect(nameInBar(page)).toHaveText('cup of coffee');

  const other = await browser.newContext({ baseURL });
  const elsewhere = await other.newPage();
  await open(elsewhere, shared);
  await expect(nameInBar(elsewhere)).toHaveText('cup of coffee');
  await other.close();
});

test('odd files end in the right picture or in a sentence, and nothing is lost', async ({
  page,
}) => {
  await openPicker(page);
  await upload(page, 'holiday.jpg', fixture('orientation-6.jpg'));
  await expect(message(page)).toHaveText(
    'holiday.jpg, 24 × 16 pixels, turned upright, as the camera noted.',
  );
  await expect.poll(() => quarters(page)).toEqual(['f00', '0f0', '00f', 'fff']);

  for (const [name, bytes, sentence] of [
    ['empty.png', Buffer.alloc(0), /empty\.png is empty/],
    ['words.png', Buffer.from('only words'), /words\.png is no picture/],
    ['cut.png', fixture('quarters.png').subarray(0, 60), /cut\.png is cut off/],
  ] as const) {
    await upload(page, name, bytes);
    await expect(message(page)).toHaveText(sentence);
    await expect(picker(page).locator('b').first()).toHaveText('holiday.jpg');
  }
  await upload(page, 'clear.png', fixture('transparent.png'));
  await expect(message(page)).toContainText('transparent parts laid on white');
  await expect.poll(() => quarters(page)).toEqual(['fff', 'f00', 'fff', 'f00']);

  await open(page, nextChapter);
  await expect(nameInBar(page)).toHaveText('clear.png');
  expect(new URL(page.url()).search).toBe('');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(nameInBar(page)).toHaveText('Chelsea the cat');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(nameInBar(page)).toHaveText('clear.png');
  await page.getByRole('button', { name: 'Start over' }).click();
  await page.reload();
  await expect(nameInBar(page)).toHaveText('Chelsea the cat');
});

test('an SVG asks no one for anything and runs nothing', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await openPicker(page);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4" onload="document.title='ran'">
    <script>document.title = 'ran'; fetch('/probe-script')</script>
    <style>@import url("https://probe.invalid/a.css"); g { fill: url("/probe-fill.svg#a") }</style>
    <image href="https://probe.invalid/a.png" width="4" height="4"/>
    <use href="/probe-use.svg#a"/><feImage href="/probe-fe.png"/>
    <rect width="4" height="4" fill="#0f0"/></svg>`;
  await upload(page, 'logo.svg', Buffer.from(svg));
  await expect(message(page)).toHaveText('logo.svg, 512 × 512 pixels.');
  await expect.poll(() => quarters(page)).toEqual(['0f0', '0f0', '0f0', '0f0']);
  expect(asked.filter((url) => url.includes('probe'))).toEqual([]);
  expect(await page.title()).not.toBe('ran');
});

test('a dropped and a pasted picture are taken; words are not', async ({ page }) => {
  await openPicker(page);
  const give = (event: 'drop' | 'paste', files: [name: string, base64: string][]) =>
    picker(page).evaluate(
      (dialog, { event, files }) => {
        const transfer = new DataTransfer();
        for (const [name, base64] of files) {
          const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
          transfer.items.add(new File([bytes], name, { type: 'image/png' }));
        }
        if (files.length === 0) transfer.setData('text/plain', 'words');
        const options = { bubbles: true, cancelable: true };
        dialog.dispatchEvent(
          event === 'drop'
            ? new DragEvent('drop', { ...options, dataTransfer: transfer })
            : new ClipboardEvent('paste', { ...options, clipboardData: transfer }),
        );
      },
      { event, files },
    );
  const dot = fixture('dot.png').toString('base64');
  const square = fixture('quarters.png').toString('base64');
  await give('drop', [
    ['square.png', square],
    ['dot.png', dot],
  ]);
  await expect(message(page)).toHaveText(/^square\.png, 24 × 16 pixels\. .*one of 2 files/);
  await give('paste', [['image.png', dot]]);
  await expect(message(page)).toHaveText(/^pasted picture, 1 × 1 pixels, a single pixel/);
  await give('paste', []);
  await expect(message(page)).toHaveText(/no picture in the clipboard/);
  await give('drop', []);
  await expect(message(page)).toHaveText(/^No file was dropped/);
  await expect(picker(page).locator('b').first()).toHaveText('pasted picture');
});

test('a press of Paste takes the picture in the clipboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openPicker(page);
  await page.evaluate(async (base64) => {
    const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
    const blob = new Blob([bytes], { type: 'image/png' });
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
  }, fixture('quarters.png').toString('base64'));
  await picker(page).getByRole('button', { name: 'Paste' }).click();
  await expect(message(page)).toHaveText('pasted picture, 24 × 16 pixels.');
  await expect.poll(() => quarters(page)).toEqual(['f00', '0f0', '00f', 'fff']);
  await page.evaluate(() => navigator.clipboard.writeText('words'));
  await picker(page).getByRole('button', { name: 'Paste' }).click();
  await expect(message(page)).toHaveText(/no picture in the clipboard/);
});

test('everything works by keyboard: open, choose, draw, close', async ({ page }) => {
  await open(page);
  const tabTo = async (name: string | RegExp) => {
    for (let press = 0; press < 60; press++) {
      await page.keyboard.press('Tab');
      const label = await page.evaluate(() => {
        const { ariaLabel, textContent } = document.activeElement ?? document.body;
        return (ariaLabel ?? textContent ?? '').trim();
      });
      if (label.match(name)) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  await tabTo(/Change picture/);
  await page.keyboard.press('Enter');
  await expect(picker(page)).toBeVisible();
  await tabTo(/^sneaker$/);
  await page.keyboard.press('Space');
  await expect(message(page)).toHaveText('The picture is now: sneaker.');
  await tabTo(/^Draw$/);
  await page.keyboard.press('Enter');
  await tabTo(/^Drawing square/);
  await page.keyboard.press('Space');
  for (const key of ['ArrowLeft', 'ArrowLeft', 'ArrowUp', 'Shift+ArrowUp', 'Space'])
    await page.keyboard.press(key);
  await expect(picker(page).locator('.pad-where')).toHaveText('pen up, column 12 of 28, row 13');
  await tabTo(/^Use the drawing$/);
  await page.keyboard.press('Enter');
  await expect(message(page)).toHaveText('Your drawing is the picture now.');
  await expect(picker(page).locator('b').first()).toHaveText('drawing');
  await page.keyboard.press('Escape');
  await expect(picker(page)).toBeHidden();
  await expect(page.getByRole('button', { name: /Change picture/ })).toBeFocused();
  await expect(nameInBar(page)).toHaveText('drawing');
});

test('a drawing by pointer leaves ink where the pointer went', async ({ page }) => {
  await openPicker(page);
  await picker(page).getByRole('button', { name: 'Draw' }).click();
  const pad = (await picker(page).locator('.pad').boundingBox())!;
  const at = (x: number, y: number) => [pad.x + x * pad.width, pad.y + y * pad.height] as const;
  await page.mouse.move(...at(0.25, 0.25));
  await page.mouse.down();
  await page.mouse.move(...at(0.25, 0.75), { steps: 5 });
  await page.mouse.up();
  await picker(page).getByRole('button', { name: 'Use the drawing' }).click();
  await expect.poll(() => quarters(page)).toEqual(['000', 'fff', '000', 'fff']);
});

test.describe('the window', () => {
  for (const [width, scheme] of [
    [320, 'light'],
    [1280, 'dark'],
  ] as const)
    test(`has no fault that axe finds at ${width} px, ${scheme}, nor runs over the side`, async ({
      browser,
      baseURL,
    }) => {
      const context = await browser.newContext({
        baseURL,
        viewport: { width, height: 720 },
        colorScheme: scheme,
        hasTouch: width === 320,
        isMobile: width === 320,
      });
      const page = await context.newPage();
      await openPicker(page);
      await picker(page).getByRole('button', { name: 'Draw' }).click();
      await expect(picker(page).locator('.pad')).toBeVisible();
      const { violations } = await axeOf(page).include('.reader-bar').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
      const over = await picker(page).evaluate((one) => one.scrollWidth - one.clientWidth);
      expect(over).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      if (width === 320) await expectLargeTargets(page);
      await context.close();
    });
});

async function expectLargeTargets(page: Page): Promise<void> {
  const small = await page.locator('.reader-bar button:visible').evaluateAll((buttons) =>
    buttons
      .map((button) => [button.textContent, button.getBoundingClientRect()] as const)
      .filter(([, { width, height }]) => width < 44 || height < 44)
      .map(([text, { width, height }]) => `${text}: ${width} × ${height}`),
  );
  expect(small).toEqual([]);
}

test('the page does not move when the bar wakes with another picture', async ({ page }) => {
  await page.addInitScript(() => {
    const seen = window as { shifts?: number };
    seen.shifts = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries())
        seen.shifts! += (entry as never as { value: number }).value;
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await open(page, `${nextChapter}?image=sneaker&weights=random`);
  await expect(nameInBar(page)).toHaveText('sneaker');
  await expect(page.locator('.reader-picture canvas')).toBeVisible();
  expect(await page.evaluate(() => (window as { shifts?: number }).shifts)).toBeLessThan(0.02);
});
