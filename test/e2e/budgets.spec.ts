import { expect, test } from '@playwright/test';
import { budgets, engineBytes, fontBytes, pageBytes } from '../../scripts/budgets.ts';

for (const { page, total, html, css, js } of pageBytes('dist'))
  test(`${page} loads in at most ${budgets.page} bytes (HTML ${html}, CSS ${css}, JS ${js})`, () => {
    expect(total).toBeLessThanOrEqual(budgets.page);
  });

test(`the fonts weigh at most ${budgets.fonts} bytes`, () => {
  expect(fontBytes('dist')).toBeLessThanOrEqual(budgets.fonts);
});

test(`the engine weighs at most ${budgets.engine} bytes`, () => {
  expect(engineBytes('dist')).toBeLessThanOrEqual(budgets.engine);
});
