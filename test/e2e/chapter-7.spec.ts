/** Chapter 7's widgets on the built site: their numbers are those of the library in Node, and the keyboard is enough. */
import { readFileSync } from 'node:fs';
import { test as plainTest, type Locator, type Page } from '@playwright/test';
import { importLibrary } from '../../scripts/import-library.ts';
import type * as Numbers from './chapter-7-numbers.ts';
import { awake, expect, test } from './kept-page.ts';
import { sliderToPaint } from './slider-to-paint.ts';

const url = '/chapters/mlp/';
const library = importLibrary<typeof Numbers>('test/e2e/chapter-7-numbers.ts');
const open = (page: Page, name: string) => awake(page, url, name);

test.beforeAll(async () => (await library).start());

const button = (widget: Locator, name: string) => widget.getByRole('button', { name, exact: true });
const slider = (widget: Locator, name: string) => widget.getByRole('slider', { name, exact: true });

async function number(widget: Locator, name: string): Promise<number> {
  const text = await widget.locator(`[data-number="${name}"]`).textContent();
  return Number(text!.replaceAll('−', '-'));
}

test('the curves are PyTorch’s, by slider, by key and by a press on a figure', async ({ page }) => {
  const widget = await open(page, 'activations');
  const { x, curves, gap } = JSON.parse(
    readFileSync('test/fixtures/activation-curves.json', 'utf8'),
  );
  await slider(widget, 'x').fill('-2');
  for (const name of ['gelu', 'geluTanh', 'relu']) {
    const at = x.indexOf(-2);
    expect(await number(widget, `${name}-value`)).toBeCloseTo(curves[name].value[at], 4);
    expect(await number(widget, `${name}-slope`)).toBeCloseTo(curves[name].derivative[at], 4);
  }
  await slider(widget, 'x').press('ArrowRight');
  await expect(widget.locator('.seen')).toContainText('At x = −1.95');
  await expect(widget).toContainText(`At most 4.7e−4, at |x| = ${gap.x.toFixed(2)}.`);
  await widget
    .locator('.act-curves')
    .first()
    .click({ position: { x: 36, y: 60 } });
  await expect(widget.locator('.seen')).toContainText('At x = −5.00');
  await button(widget, 'Reset').click();
  await expect(widget.locator('.seen')).toContainText('At x = −0.75');
});

test('a hidden unit, by keyboard: the library’s numbers', async ({ page }) => {
  const widget = await open(page, 'mlp-neurons');
  await expect(widget).toHaveAttribute('data-set', 'ready');
  const { first, of } = await (await library).units(0);
  const numbersOf = async (unit: number) => {
    const { hidden, activated, classToken } = of(unit);
    await expect(widget.locator('.seen')).toContainText(`Unit ${unit + 1} of block 1 lights up`);
    expect(await number(widget, 'hidden')).toBeCloseTo(hidden, 2);
    expect(await number(widget, 'activated')).toBeCloseTo(activated, 2);
    expect(await number(widget, 'class-token')).toBeCloseTo(classToken, 2);
  };
  await numbersOf(first);
  const lit = await (await library).garments(0, first);
  await expect(widget.locator('.neuron-lit li span:not(.grid)')).toHaveText(
    lit.slice(0, 6).map(({ name }) => name),
  );
  const grid = widget.getByRole('application', { name: 'Hidden units of block 1' });
  await grid.press(first % 8 < 7 ? 'ArrowRight' : 'ArrowLeft');
  await numbersOf(first + (first % 8 < 7 ? 1 : -1));
  await button(widget, '3').press('Enter');
  const third = await (await library).units(2);
  await expect(widget.locator('.seen')).toContainText(`Unit ${third.first + 1} of block 3`);
  const { map, patch } = third.of(third.first);
  const to = patch % 7 < 6 ? patch + 1 : patch - 1;
  await widget
    .getByRole('application', { name: `Unit ${third.first + 1} on 49 patches` })
    .press(to > patch ? 'ArrowRight' : 'ArrowLeft');
  await expect(widget.locator('[data-number="patch"]')).toContainText(`patch ${to + 1},`);
  expect(await number(widget, 'activated')).toBeCloseTo(map[to]!, 2);
});

test('one token or all, and two ways to drop out: the library’s numbers', async ({ page }) => {
  const local = await open(page, 'token-locality');
  const one = await (await library).locality(0, 'one', 25);
  expect(await number(local, 'mlp-changed')).toBe(1);
  expect(await number(local, 'mlp-elsewhere')).toBe(0);
  expect(await number(local, 'attention-changed')).toBe(50);
  expect((await number(local, 'mlp-own')) / one.mlp.own).toBeCloseTo(1, 1);
  expect((await number(local, 'attention-elsewhere')) / one.attention.elsewhere).toBeCloseTo(1, 1);
  await button(local, 'the class token').press('Enter');
  await expect(local.locator('.seen')).toContainText('The token of the class token is changed');
  await button(local, 'all, shifted by one').click();
  await expect(local.locator('.seen')).toContainText('moves on by one place');
  expect(await number(local, 'mlp-elsewhere')).toBeLessThan(1e-5);
  expect(await number(local, 'attention-elsewhere')).toBeLessThan(1e-5);
  await expect(button(local, 'Other numbers')).toBeDisabled();

  const dropout = await open(page, 'dropout');
  const check = async (rate: number, draws: number) => {
    const { inverted, original, times } = await (await library).dropped(rate, draws, 1);
    await expect(dropout.locator('.seen')).toContainText(`${draws} draws kept it ${times} times`);
    expect(await number(dropout, 'inverted-mean')).toBeCloseTo(inverted.mean, 2);
    expect(await number(dropout, 'original-mean')).toBeCloseTo(original.mean, 2);
    expect(await number(dropout, 'inverted-inference')).toBeCloseTo(inverted.inference, 2);
    expect(await number(dropout, 'original-inference')).toBeCloseTo(original.inference, 2);
  };
  await check(0.3, 400);
  await slider(dropout, 'draws').fill('50');
  await check(0.3, 50);
  await expect(dropout.locator('[data-number="places"]')).toHaveText('10');
  await slider(dropout, 'rate').fill('0.5');
  await check(0.5, 50);
});

test('check yourself: predict by keyboard alone, then see', async ({ page }) => {
  const widget = await open(page, 'mlp-check');
  const show = button(widget, 'Show why');
  await expect(show.first()).toBeDisabled();
  await button(widget, 'Below zero').press('Enter');
  await show.nth(0).press('Enter');
  await expect(widget.locator('[data-number="slope"]')).toHaveText('−0.127');
  await button(widget, 'All outputs').press('Enter');
  await show.nth(1).press('Enter');
  await expect(widget.locator('[data-number="attention"]')).toHaveText('50');
  await expect(widget.locator('[data-number="mlp"]')).toHaveText('1');
  await widget.getByLabel('What a kept 100 becomes').fill('120');
  await show.nth(2).press('Enter');
  await expect(widget.locator('[data-number="kept"]')).toHaveText('125');
  expect(Math.abs((await number(widget, 'mean')) - 100)).toBeLessThan(8);
});

test(
  'the curves paint within 50 ms of a slider’s move, 95 times in 100',
  { tag: '@timed' },
  async ({ baseURL }) => {
    const milliseconds = await sliderToPaint(
      baseURL!,
      async (page) => slider(await open(page, 'activations'), 'x'),
      (page) =>
        expect(page.locator('[data-widget="activations"] .seen')).toContainText('At x = −0.75'),
    );
    expect(milliseconds).toBeLessThanOrEqual(50);
  },
);

plainTest.describe('without scripts', () => {
  plainTest.use({ javaScriptEnabled: false });

  plainTest('the chapter reads well: curves, maps and numbers are there', async ({ page }) => {
    await page.goto(url);
    for (const name of ['activations', 'mlp-neurons', 'token-locality', 'dropout']) {
      const widget = page.locator(`[data-widget="${name}"]`);
      await expect(widget.getByText('drawn when the site was built')).toBeVisible();
      expect(await widget.locator('svg').count(), name).toBeGreaterThan(1);
    }
    await expect(page.locator('pre').first()).toContainText('export function mlp(');
  });
});
