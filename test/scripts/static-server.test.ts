import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  asked,
  headersFor,
  immutable,
  serveFolder,
  type StaticServer,
} from '../../scripts/static-server.ts';

test.each([
  ['/_astro/page.B1c2D3e4.js', immutable],
  ['/data/fashion-mnist/train-0.shard?v=27b0626c', immutable],
  ['/data/fashion-mnist/train-0.shard', asked],
  ['/', asked],
  ['/chapters/train/?depth=2', asked],
  ['/sw.js', asked],
  ['/symbols.json', asked],
])('%s may be kept: %s', (address, kept) => {
  expect(headersFor(address)['Cache-Control']).toBe(kept);
});

test('only an embed may stand in another site’s page', () => {
  expect(headersFor('/proof/')['Content-Security-Policy']).toBe("frame-ancestors 'none'");
  expect(headersFor('/embed/patch-cutter/')).not.toHaveProperty('Content-Security-Policy');
});

let server: StaticServer;
const site = mkdtempSync(join(tmpdir(), 'site-'));

beforeAll(async () => {
  mkdirSync(join(site, 'dist/proof'), { recursive: true });
  writeFileSync(join(site, 'dist/proof/index.html'), 'proof');
  writeFileSync(join(site, 'dist/404.html'), 'no such page');
  writeFileSync(join(site, 'secret.html'), 'secret');
  server = await serveFolder(join(site, 'dist'), { base: '/book/' });
});
afterAll(() => server.close());

test('a page is served under the base path, and not sent again to who has it', async () => {
  const first = await fetch(`${server.url}proof/`);
  expect(first.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(await first.text()).toBe('proof');
  const headers = { 'If-None-Match': first.headers.get('etag')! };
  expect((await fetch(`${server.url}proof/`, { headers })).status).toBe(304);
});

test.each(['/book/nowhere/', '/proof/', '/book/..%2fsecret.html', '/book/%2e%2e/secret.html'])(
  '%s is not there, and says so with the book’s page',
  async (path) => {
    const answer = await fetch(new URL(path, server.url));
    expect(answer.status).toBe(404);
    expect(await answer.text()).toBe('no such page');
  },
);
