import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { engineBytes, fontBytes, pageBytes } from '../../scripts/budgets.ts';

const size = (text: string) => brotliCompressSync(Buffer.from(text)).length;

/** A made-up built site. */
function site(files: Record<string, string>): string {
  const dist = mkdtempSync(join(tmpdir(), 'dist-'));
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(join(dist, name, '..'), { recursive: true });
    writeFileSync(join(dist, name), text);
  }
  return dist;
}

test('a page weighs its HTML, its style sheets, and its islands with what they import statically', () => {
  const html =
    '<link rel="stylesheet" href="/a.css"><script type="module" src="/page.js"></script>' +
    '<astro-island component-url="/island.js" renderer-url="/client.js"></astro-island>';
  const files = {
    'index.html': html,
    'a.css': 'p { color: red }',
    'page.js': 'console.log(1)',
    'island.js': 'import{h}from"./shared.js";const later=()=>import("./plot.js");',
    'client.js': 'import"./shared.js";',
    'shared.js': 'export const h=1;',
    'plot.js': 'a library that loads on need',
  };
  const [page] = pageBytes(site(files));
  const js = ['page.js', 'island.js', 'client.js', 'shared.js'] as const;
  expect(page).toMatchObject({ page: '/index.html', html: size(html), css: size(files['a.css']) });
  expect(page.js).toBe(js.reduce((sum, name) => sum + size(files[name]), 0));
  expect(page.total).toBe(page.html + page.css + page.js);
});

test('the engine weighs its worker and the WebGL chunk, not the CPU fallback', () => {
  const worker = 'import"./shared.js";import("./backend-webgl-1.js");import("./cpu-2.js");';
  const files = {
    '_astro/worker-abc.js': worker,
    '_astro/shared.js': 'shared',
    '_astro/backend-webgl-1.js': 'webgl',
    '_astro/cpu-2.js': 'cpu cpu cpu cpu',
  };
  expect(engineBytes(site(files))).toBe(size(worker) + size('shared') + size('webgl'));
});

test('fonts weigh what their files weigh', () => {
  expect(fontBytes(site({ 'fonts/a.woff2': '1234', 'fonts/b.woff2': '56' }))).toBe(6);
});
