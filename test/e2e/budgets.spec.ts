import { expect, test } from '@playwright/test';
import recorded from '../../content/budgets.json' with { type: 'json' };
import { readFileSync, statSync } from 'node:fs';
import { bookPages, budgets, engineBytes, fontBytes, pageBytes } from '../../scripts/budgets.ts';
import { keptFiles, keptLimit } from '../../scripts/service-worker.ts';
import type { BudgetsRecord } from '../../src/lib/io/proof-records.ts';

const record: BudgetsRecord = recorded;

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

/** A build on another day differs by a few bytes; more wants `npm run budgets`. */
const close = (bytes: number) => Math.max(1500, 0.03 * bytes);

test('what /proof says of the bytes is true of this build', () => {
  const pages = bookPages('dist');
  expect(record.pages.map(({ page }) => page)).toEqual(pages.map(({ page }) => page));
  for (const [i, { page, total }] of pages.entries())
    expect(Math.abs(record.pages[i]!.total - total), page).toBeLessThan(close(total));
  expect(Math.abs(record.fonts - fontBytes('dist')), 'fonts').toBeLessThan(100);
  const engine = engineBytes('dist');
  expect(Math.abs(record.engine - engine), 'engine').toBeLessThan(close(engine));
});

test(`a first visit keeps at most ${keptLimit} bytes for offline, and says how many`, () => {
  const files = keptFiles('dist').filter(({ url }) => url !== 'offline.json');
  const bytes = files.reduce((sum, { url }) => sum + statSync(`dist/${url}`).size, 0);
  expect(bytes).toBeLessThanOrEqual(keptLimit);
  const said = JSON.parse(readFileSync('dist/offline.json', 'utf8')) as Record<string, number>;
  expect(said).toEqual({ files: files.length + 1, bytes });
});
