/** Chapter 3's widgets on the built site: their numbers are those of the library in Node, and the keyboard is enough. */
import { test as plainTest, type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import type * as Numbers from './chapter-3-numbers.ts';
import { awake, expect, test } from './kept-page.ts';
import { sliderToPaint } from './slider-to-paint.ts';

const url = '/chapters/class-token-and-positions/';
const library = importLibrary<typeof Numbers>('test/e2e/chapter-3-numbers.ts');
const open = (page: Page, name: string) => awake(page, url, name);

test.beforeAll(async () => (await library).start());

const button = (widget: Locator, name: string) => widget.getByRole('button', { name, exact: true });

async function number(widget: Locator, name: string): Promise<number> {
  const text = await widget.locator(`[data-number="${name}"]`).textContent();
  return Number(text!.replaceAll('−', '-'));
}

test.describe('the position lab', () => {
  test('follows the keyboard, and its sentence is true of the library’s table', async ({
    page,
  }) => {
    const widget = await open(page, 'position-lab');
    const { curve, turn, cosines } = (await library).sines(49, 32);
    const seen = widget.locator('.poslab-seen');
    await expect(seen).toContainText(`grows up to ${turn} steps, ${curve[turn!].toFixed(2)}`);
    await widget.getByRole('application', { name: 'Cosine of position 24' }).focus();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    await expect(seen).toContainText('Most like position 32 are 31 and 33');
    await expect(seen).toContainText(`39, has ${cosines[32 * 49 + 39].toFixed(2)}.`);
    await widget.getByText('The numbers as a table').press('Enter');
    const row = widget.locator('table').first().locator('tbody tr').nth(40);
    await expect(row.locator('td').nth(2)).toHaveText(
      cosines[32 * 49 + 40].toFixed(4).replace('-', '−'),
    );
  });

  test('turns a pair by k steps into what the table holds there', async ({ page }) => {
    const widget = await open(page, 'position-lab');
    const { rows } = (await library).sines(49, 32);
    await widget.getByRole('slider', { name: 'position' }).fill('24');
    await widget.getByRole('slider', { name: 'pair' }).fill('4');
    await widget.getByRole('slider', { name: 'steps k' }).fill('11');
    expect(await number(widget, 'turned-sine')).toBeCloseTo(rows[35][8], 3);
    expect(await number(widget, 'turned-cosine')).toBeCloseTo(rows[35][9], 3);
    await expect(widget.locator('.poslab-lines')).toContainText('row 35');
  });

  test('shows every table at every size, and says which there cannot be', async ({ page }) => {
    const widget = await open(page, 'position-lab');
    const seen = widget.locator('.poslab-seen');
    await widget.getByRole('combobox', { name: 'table' }).selectOption('sinusoidal2d');
    await expect(seen).toContainText('Most like position 24 are 17, 23, 25 and 31');
    await button(widget, '20 × 512').click();
    await expect(seen).toContainText('20 is no square number');
    await widget.getByRole('combobox', { name: 'table' }).selectOption('timingSignal');
    await expect(seen).toContainText('grows with every step');
    await widget.getByRole('combobox', { name: 'table' }).selectOption('none');
    await expect(seen).toContainText('every row is zero');
    await button(widget, '49 × 32').click();
    await widget.getByRole('combobox', { name: 'table' }).selectOption('learned');
    await expect(widget).toHaveAttribute('data-backend', /webgl|cpu/);
    await expect(widget.locator('.status')).toContainText('a fresh table');
    await expect(seen).toContainText('Most like position');
  });
});

test.describe('does order matter?', () => {
  test('shows the library’s numbers, with and without positions', async ({ page }) => {
    const widget = await open(page, 'token-order');
    const { runs } = await (await library).order('shuffled', 1);
    expect(await number(widget, 'output-difference')).toBeLessThan(1e-5);
    expect(await number(widget, 'patch-difference')).toBeLessThan(1e-5);
    for (const run of runs.slice(1)) {
      await button(widget, run.positionEmbedding).click();
      const shown = await number(widget, 'output-difference');
      expect(shown / run.outputDifference).toBeGreaterThan(0.94);
      expect(shown / run.outputDifference).toBeLessThan(1.06);
    }
  });

  test('shuffles anew, swaps two, and changes nothing when nothing moves', async ({ page }) => {
    const widget = await open(page, 'token-order');
    await button(widget, 'sinusoidal').click();
    const shuffled = await number(widget, 'output-difference');
    await button(widget, 'Shuffle again').click();
    const { runs } = await (await library).order('shuffled', 2);
    await expect
      .poll(async () => (await number(widget, 'output-difference')) / runs[2].outputDifference)
      .toBeCloseTo(1, 1);
    expect(await number(widget, 'output-difference')).not.toBe(shuffled);
    await button(widget, 'two swapped').click();
    const pictures = widget.locator('.order-patches canvas');
    await expect(pictures.nth(1)).toHaveAccessibleName(/2 of them not in their places/);
    await button(widget, 'as they are').click();
    await expect(widget.locator('[data-number="output-difference"]')).toHaveText('0');
    await expect(button(widget, 'Shuffle again')).toBeDisabled();
  });
});

test.describe('a learned table', () => {
  test('grows a cross when asked for rows and columns: the library’s numbers', async ({ page }) => {
    test.setTimeout(240_000);
    const widget = await open(page, 'table-grows');
    await button(widget, 'Train').press('Enter');
    await expect(widget.locator('[data-number="step"]')).toHaveText('200', { timeout: 180_000 });
    await expect(widget).toHaveAttribute('data-state', 'ready');
    const { loss, accuracy, sameLine, others } = await (await library).growth('grid', 1);
    expect(await number(widget, 'loss')).toBeCloseTo(loss, 1);
    expect(await number(widget, 'accuracy')).toBe(accuracy);
    expect(await number(widget, 'same-line')).toBeCloseTo(sameLine, 2);
    expect(await number(widget, 'others')).toBeCloseTo(others, 2);
    await expect(widget.locator('.growth-seen')).toContainText('each map is a cross');
    await expect(button(widget, 'Train')).toBeDisabled();
  });

  test('pauses, changes its question, and starts over', async ({ page }) => {
    const widget = await open(page, 'table-grows');
    const step = widget.locator('[data-number="step"]');
    await button(widget, 'Reset').click();
    await expect(step).toHaveText('0');
    await button(widget, 'Train').click();
    await expect(step).not.toHaveText('0');
    await button(widget, 'Pause').click();
    await expect(widget).toHaveAttribute('data-state', 'ready');
    const paused = await step.textContent();
    await button(widget, 'index').click();
    await expect(step).toHaveText('0');
    await button(widget, 'row and column').click();
    await expect(step).toHaveText(paused!);
    await button(widget, 'Reset').click();
    await expect(step).toHaveText('0');
    await expect(button(widget, 'Train')).toBeEnabled();
  });

  test('lets other widgets compute while it is trained', async ({ page }) => {
    const widget = await open(page, 'table-grows');
    await button(widget, 'Reset').click();
    const other = page.locator('[data-widget="resolutions"]');
    await other.scrollIntoViewIfNeeded();
    await expect(other).toHaveAttribute('data-state', 'ready');
    await button(widget, 'Train').click();
    await expect(widget.locator('[data-number="step"]')).not.toHaveText('0');
    await other.getByRole('slider', { name: 'new grid' }).fill('9');
    await expect(other).toContainText('The new table, 9 × 9.');
    await expect(widget).toHaveAttribute('data-state', 'busy');
    await button(widget, 'Pause').click();
    await expect(widget).toHaveAttribute('data-state', 'ready');
  });
});

test('other resolutions: each way gives the library’s numbers', async ({ page }) => {
  const widget = await open(page, 'resolutions');
  await button(widget, 'Reset').click();
  await expect(widget).toContainText('The new table, 7 × 7.');
  const ways = {
    bilinear: 'bilinear',
    'bicubic, timm': 'bicubicAntialiased',
    'bicubic, DeiT and MAE': 'bicubic',
  } as const;
  for (const [name, way] of Object.entries(ways)) {
    await button(widget, name).click();
    const table = await (await library).resized(way, 7, 0);
    expect(await number(widget, 'value')).toBeCloseTo(table[1 * 7 + 3], 4);
    expect(await number(widget, 'mixed')).toBeCloseTo(table[1 * 7 + 3], 4);
  }
  await widget.getByRole('application').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowLeft');
  const table = await (await library).resized('bicubic', 7, 0);
  await expect(widget.locator('[data-number="value"]')).toHaveText(
    table[2 * 7 + 2].toFixed(4).replace('-', '−'),
  );
});

test('check yourself: predict by keyboard alone, then see', async ({ page }) => {
  test.setTimeout(240_000);
  const widget = await open(page, 'positions-check');
  const show = button(widget, 'Show why');
  await expect(show.nth(0)).toBeDisabled();
  await button(widget, 'Nothing changes').press('Enter');
  await show.nth(0).press('Enter');
  await expect(widget.locator('[data-number="output"]')).toHaveText(/e−[678]$/);

  await widget.getByLabel('Steps up to which the distance grows').fill('7');
  await show.nth(1).press('Enter');
  const { turn } = (await library).sines(49, 64);
  await expect(widget.locator('[data-number="turn"]')).toHaveText(String(turn));

  await widget.getByRole('application').first().focus();
  for (const key of ['ArrowDown', 'ArrowDown', ' ', 'ArrowRight', ' ', 'ArrowDown', ' '])
    await page.keyboard.press(key);
  await expect(widget.locator('#marks-state')).toHaveText('Row 3, column 1: marked. 3 marked.');
  await show.nth(2).press('Enter');
  await expect(widget.locator('[data-number="hits"]')).toHaveText('2', { timeout: 180_000 });
  expect(await number(widget, 'yours')).toBeGreaterThan(await number(widget, 'rest'));
});

test('a press checks the stages behind a figure on this device', async ({ page }) => {
  const widget = await open(page, 'resolutions');
  await button(widget, 'Check on this device').click();
  await expect(widget.locator('.checked')).toHaveText(/on this device: (0|\d\.\de−\d)$/);
});

test(
  'the position lab paints within 50 ms of a slider’s move, 95 times in 100',
  { tag: '@timed' },
  async ({ baseURL }) => {
    const milliseconds = await sliderToPaint(
      baseURL!,
      async (page) => (await open(page, 'position-lab')).getByRole('slider', { name: 'position' }),
      (page) => expect(page.locator('.poslab-seen')).toContainText('position 24'),
    );
    expect(milliseconds).toBeLessThanOrEqual(50);
  },
);

plainTest.describe('without scripts', () => {
  plainTest.use({ javaScriptEnabled: false });

  plainTest('the chapter reads well: tables, maps and numbers are there', async ({ page }) => {
    await page.goto(url);
    await expect(page.locator('math').first()).toBeAttached();
    for (const name of ['token-order', 'position-lab', 'table-grows', 'resolutions']) {
      const widget = page.locator(`[data-widget="${name}"]`);
      await expect(widget.getByText('drawn when the site was built')).toBeVisible();
      expect(await widget.locator('svg').count(), name).toBeGreaterThan(0);
    }
    await expect(page.locator('pre').first()).toContainText('export function initClassToken(');
  });
});
