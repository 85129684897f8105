/** Chapter 6's widgets on the built site: their numbers are those of the library in Node, and the keyboard is enough. */
import { test as plainTest, type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import type * as Numbers from './chapter-6-numbers.ts';
import { awake, expect, test } from './kept-page.ts';

const url = '/chapters/normalisation/';
const library = importLibrary<typeof Numbers>('test/e2e/chapter-6-numbers.ts');
const open = (page: Page, name: string) => awake(page, url, name);

test.beforeAll(async () => (await library).start());

const button = (widget: Locator, name: string) => widget.getByRole('button', { name, exact: true });
const value = (widget: Locator, name: string) => widget.locator(`[data-number="${name}"]`);

async function number(widget: Locator, name: string): Promise<number> {
  return Number((await value(widget, name).textContent())!.replaceAll('−', '-'));
}

/** Every number of the chosen place and of the table is what the library says. */
async function expectNumbers(
  widget: Locator,
  expected: Awaited<ReturnType<typeof Numbers.normed>>,
): Promise<void> {
  await expect(value(widget, 'output')).toHaveText(three(expected.output));
  await expect(value(widget, 'normalised')).toHaveText(three(expected.normalised));
  await expect(value(widget, 'mean')).toHaveText(three(expected.mean));
  for (const [norm, others] of Object.entries(expected.others)) {
    if (others === null) await expect(value(widget, `others-${norm}`)).toHaveText('–');
    else expect(await number(widget, `others-${norm}`)).toBeCloseTo(others as number, 1);
  }
}

/** To about three decimals: WebGL may round the last one the other way. */
const three = (exact: number) => {
  const near = [exact - 2e-4, exact, exact + 2e-4].map((one) => one.toFixed(3).replace('-', '−'));
  return new RegExp(`^(${[...new Set(near)].join('|')})$`);
};

test.describe('which numbers are averaged together', () => {
  test('shows the library’s numbers for each norm, and who depends on whom', async ({ page }) => {
    const { normed } = await library;
    const widget = await open(page, 'norm-groups');
    const seen = widget.locator('.seen');
    await expect(seen).toContainText('the 32 numbers of its own token');
    await expectNumbers(widget, await normed({}));
    expect(await number(widget, 'others-token')).toBe(0);

    await widget.getByRole('combobox', { name: 'norm' }).selectOption('batch');
    await expect(value(widget, 'count')).toHaveText('200');
    await expectNumbers(widget, await normed({ norm: 'batch' }));
    expect(await number(widget, 'others-batch')).toBeGreaterThan(0.1);

    await button(widget, 'evaluation').click();
    await expect(seen).toContainText('followed 20 training batches');
    await expectNumbers(widget, await normed({ norm: 'batch', training: false }));
    expect(await number(widget, 'others-batch')).toBe(0);
    await widget.getByRole('slider', { name: 'training batches seen' }).fill('0');
    await expect(value(widget, 'mean')).toHaveText('0.000');
    await expect(value(widget, 'variance')).toHaveText('1.0');
    await button(widget, 'Reset').click();
    await expect(seen).toContainText('the 32 numbers of its own token');

    await widget.getByRole('application', { name: 'Sample 2, T-shirt' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowUp');
    await expect(seen).toContainText('Number 10 of patch 23 of the T-shirt');
    const place = { sample: 1, position: 23, channel: 10 };
    await expectNumbers(widget, await normed({ place }));
    await widget.getByText('The numbers as a table').press('Enter');
    await expect(widget.locator('.norm-table tbody tr')).toHaveCount(32);
    await expect(widget.locator('.norm-table')).toContainText('number 10 of patch 23');

    await widget.getByRole('combobox', { name: 'norm' }).selectOption('group');
    await widget.getByRole('combobox', { name: 'groups' }).selectOption('8');
    await expect(value(widget, 'count')).toHaveText('200');
    await expectNumbers(widget, await normed({ place, norm: 'group', groups: 8 }));
  });

  test('comes down to a batch of one, and to a single number', async ({ page }) => {
    const { normed } = await library;
    const widget = await open(page, 'norm-groups');
    await button(widget, 'Reset').click();
    await widget.getByRole('combobox', { name: 'norm' }).selectOption('batch');
    await widget.getByRole('slider', { name: 'batch B' }).fill('1');
    await expect(value(widget, 'count')).toHaveText('50');
    await expectNumbers(widget, await normed({ norm: 'batch', batch: 1 }));
    await button(widget, 'class token').click();
    const { refused } = await normed({ norm: 'batch', batch: 1, source: 'class token' });
    await expect(widget.locator('.seen')).toContainText(refused!);
    await button(widget, 'pixels').click();
    await expect(value(widget, 'count')).toHaveText('784');
    await button(widget, 'Reset').click();
    await expect(value(widget, 'count')).toHaveText('32');
    await button(widget, 'Check on this device').click();
    await expect(widget.locator('.checked')).toHaveText(/on this device: (0|\d\.\de−\d)$/);
  });
});

test('pre-norm against post-norm: the library’s gradients, at each depth that is asked for', async ({
  page,
}) => {
  const { gradients } = await library;
  const widget = await open(page, 'norm-depth');
  const depth = widget.getByRole('slider', { name: 'blocks L' });
  const expectGradients = async (
    blocks: number,
    beginning: 'Xavier' | 'spread 0.02' = 'Xavier',
  ) => {
    await expect(widget.locator('.seen')).toContainText(`With ${blocks} block`);
    const { pre, post } = await gradients(beginning, blocks, 1);
    for (const [which, norms] of Object.entries({ pre, post })) {
      await expect
        .poll(async () => (await number(widget, `${which}-first`)) / norms[0])
        .toBeCloseTo(1, 1);
      await expect
        .poll(async () => (await number(widget, `${which}-last`)) / norms.at(-1)!)
        .toBeCloseTo(1, 1);
    }
  };
  await depth.fill('2');
  await expectGradients(2);
  await depth.fill('1');
  await expectGradients(1);
  await expect(widget.locator('.seen')).toContainText('From 1 to ');
  await button(widget, 'spread 0.02').click();
  await expectGradients(1, 'spread 0.02');
  await button(widget, 'Every depth').click();
  await expect(button(widget, 'Stop')).toBeVisible();
  await expect(widget.locator('.seen')).toContainText(/With ([3-9]|1\d) blocks/);
  await button(widget, 'Stop').click();
  await expect(button(widget, 'Every depth')).toBeVisible();
});

test('gains and offsets are those of the checkpoint, and of fresh weights none', async ({
  page,
  browser,
  baseURL,
}) => {
  const widget = await open(page, 'norm-weights');
  const most = await (await library).farthestGain();
  await expect(widget.getByRole('img', { name: /to 1\.\d\d$/ })).toHaveAccessibleName(
    new RegExp(`from ${(1 - most).toFixed(2)} to ${(1 + most).toFixed(2)}$`),
  );
  const other = await browser.newPage({ baseURL });
  await other.goto(`${url}?weights=random`);
  const fresh = await open(other, 'norm-weights');
  await expect(fresh.locator('.seen')).toContainText('every gain is 1, every offset is 0');
  await other.close();
});

test('check yourself: predict by keyboard alone, then see', async ({ page }) => {
  const widget = await open(page, 'norms-check');
  const show = button(widget, 'Show why');
  await expect(show.nth(0)).toBeDisabled();
  await widget.getByLabel('Numbers under one mean').fill('32');
  await show.nth(0).press('Enter');
  await expect(value(widget, 'count')).toHaveText('200');

  await button(widget, 'LayerNorm').press('Enter');
  await show.nth(1).press('Enter');
  await expect(value(widget, 'layer')).toHaveText(/e−[4567]$/);
  expect(await number(widget, 'rms')).toBeGreaterThan(0.1);

  await button(widget, 'Nobody’s').press('Enter');
  await show.nth(2).press('Enter');
  await expect(value(widget, 'others-evaluation')).toHaveText('0');
  expect(await number(widget, 'own-evaluation')).toBeGreaterThan(0.1);
  expect(await number(widget, 'others-training')).toBeGreaterThan(0.1);
});

plainTest.describe('without scripts', () => {
  plainTest.use({ javaScriptEnabled: false });

  plainTest(
    'the chapter reads well: block, sheets, curves and tables are there',
    async ({ page }) => {
      await page.goto(url);
      for (const name of ['norm-groups', 'norm-weights', 'norm-depth']) {
        const widget = page.locator(`[data-widget="${name}"]`);
        await expect(widget.getByText('drawn when the site was built')).toBeVisible();
        expect(await widget.locator('svg').count(), name).toBeGreaterThan(0);
      }
      await expect(page.getByRole('group', { name: 'Groups of some calls' })).toContainText(
        '6,304',
      );
      await expect(page.locator('pre').first()).toContainText('export function layerNorm(');
    },
  );
});
