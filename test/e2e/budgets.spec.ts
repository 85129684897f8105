import { expect, test } from '@playwright/test';
import { readFileSync, statSync } from 'node:fs';
import { keptFiles, keptLimit } from '../../scripts/service-worker.ts';
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

test(`a first visit keeps at most ${keptLimit} bytes for offline, and says how many`, () => {
  const files = keptFiles('dist').filter(({ url }) => url !== 'offline.json');
  const bytes = files.reduce((sum, { url }) => sum + statSync(`dist/${url}`).size, 0);
  expect(bytes).toBeLessThanOrEqual(keptLimit);
  const said = JSON.parse(readFileSync('dist/offline.json', 'utf8')) as Record<string, number>;
  expect(said).toEqual({ files: files.length + 1, bytes });
});
