/** What others read of the built site: cards of shared links, the feed, the manifest. No browser is needed. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import sharp from 'sharp';
import dependencies from '../../content/dependencies.json' with { type: 'json' };
import { keptFiles } from '../../scripts/service-worker.ts';
import { packagesOf } from '../../scripts/shipped-packages.ts';
import { gallery, htmlOf, paths } from './pages.ts';

const site = 'dist';
const metaOf = (html: string, name: string) =>
  html.match(new RegExp(`<meta (?:property|name)="${name}" content="([^"]*)"`))?.[1] ?? '';
const fileOf = (address: string) => join(site, new URL(address).pathname);
const chapters = paths.filter((path) => path.startsWith('/chapters/'));

test('a shared link shows the page’s title, sentence, address and picture', () => {
  for (const path of paths) {
    const html = htmlOf(path);
    expect(metaOf(html, 'og:title'), path).toBe(html.match(/<title>([^<]*)/)![1]);
    expect(metaOf(html, 'og:description'), path).toBe(metaOf(html, 'description'));
    expect(metaOf(html, 'og:url'), path).toBe(html.match(/rel="canonical" href="([^"]*)/)![1]);
    expect(metaOf(html, 'twitter:card'), path).toBe('summary_large_image');
    expect(existsSync(fileOf(metaOf(html, 'og:image'))), path).toBe(true);
  }
});

test('each chapter has a picture of its own, as large as it says, and light', async () => {
  const cards = chapters.map((path) => metaOf(htmlOf(path), 'og:image'));
  expect(new Set(cards).size).toBe(chapters.length);
  for (const card of [...cards, metaOf(htmlOf('/'), 'og:image')]) {
    const file = readFileSync(fileOf(card));
    const { width, height } = await sharp(file).metadata();
    expect([String(width), String(height)], card).toEqual([
      metaOf(htmlOf('/'), 'og:image:width'),
      metaOf(htmlOf('/'), 'og:image:height'),
    ]);
    expect(file.length, card).toBeLessThan(100_000);
  }
});

test('the feed has every chapter once, with its day and its address', () => {
  const feed = readFileSync(join(site, 'rss.xml'), 'utf8');
  const items = [...feed.matchAll(/<item>(.*?)<\/item>/gs)].map(([, item]) => item!);
  const links = items.map((item) => new URL(item.match(/<link>([^<]*)/)![1]!).pathname);
  expect(links.sort()).toEqual([...chapters].sort());
  for (const item of items) expect(item).toMatch(/<pubDate>\w{3}, \d{2} \w{3} \d{4} 00:00:00 GMT</);
  expect(htmlOf('/')).toContain('type="application/rss+xml"');
});

test('the manifest’s icons are there, in the sizes that it says', async () => {
  const manifest = JSON.parse(readFileSync(join(site, 'manifest.webmanifest'), 'utf8')) as {
    start_url: string;
    icons: { src: string; sizes: string; purpose: string }[];
  };
  expect(manifest.start_url).toBe('.');
  expect(manifest.icons.map(({ purpose }) => purpose)).toContain('maskable');
  for (const { src, sizes } of manifest.icons) {
    const { width, height } = await sharp(join(site, src)).metadata();
    if (sizes !== 'any') expect(`${width}x${height}`, src).toBe(sizes);
  }
});

test('every page of the book is kept for offline, each file under a hash or a revision', () => {
  const kept = keptFiles(site);
  const names = new Set(kept.map(({ url }) => url));
  for (const path of paths.filter((one) => one !== gallery && !/^\/(404\.html|embed\/)/.test(one)))
    expect(names, path).toContain(`${path.slice(1)}index.html`);
  for (const { url, revision } of kept)
    if (revision === null) expect(url).toMatch(/^_astro\/.+[.-][\w-]{8}\.\w+$/);
});

test('the licences name just the packages that /proof lists, each with its text or a word for it', () => {
  const written = readFileSync(join(site, 'licences.txt'), 'utf8');
  expect(packagesOf(written)).toEqual(dependencies);
  const texts = written.split(/^=== .*$/m).slice(1);
  for (const [i, text] of texts.entries())
    expect(text.trim().length, dependencies[i]!.name).toBeGreaterThan(20);
  for (const name of ['preact', '@tensorflow/tfjs-core', '@observablehq/plot', 'katex'])
    expect(dependencies.map((one) => one.name)).toContain(name);
});
