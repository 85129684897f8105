/** A static host in small: serves a built site with the headers that docs/deployment.md asks of a real one. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, normalize, sep } from 'node:path';

/** A year, for files whose address changes with their content; everything else is asked for again each time. */
export const immutable = 'public, max-age=31536000, immutable';
export const asked = 'no-cache';

/** What every answer carries. */
export const always: Readonly<Record<string, string>> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': 'camera=(self), geolocation=(), microphone=()',
};

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml',
};

/** The headers for an address within the site, as `/_astro/a.B1c2D3e4.js` or `/data/x.shard?v=0a1b2c3d`. */
export function headersFor(address: string): Record<string, string> {
  const { pathname, search } = new URL(address, 'http://site');
  const hashed = /^\/_astro\//.test(pathname) || /^\?v=[0-9a-f]+$/.test(search);
  const name = pathname.endsWith('/') ? 'index.html' : pathname;
  return {
    ...always,
    'Cache-Control': hashed ? immutable : asked,
    'Content-Type': types[extname(name)] ?? 'application/octet-stream',
    ...framing(pathname),
  };
}

/** Only the embeds may stand in other sites' pages; a policy in the page itself cannot say so. */
function framing(pathname: string): Record<string, string> {
  if (pathname.startsWith('/embed/')) return {};
  return { 'Content-Security-Policy': "frame-ancestors 'none'" };
}

export interface StaticServer {
  /** `http://localhost:4400/four-equations/`. */
  url: string;
  /** From now on this folder is served: a new version has been put there. */
  show(folder: string): void;
  close(): Promise<void>;
}

interface ServerOptions {
  /** A free one unless it is given. */
  port?: number;
  /** The path that the site was built for. */
  base?: string;
}

/** Serves a folder on this machine only. */
export async function serveFolder(
  folder: string,
  { port = 0, base = '/' }: ServerOptions = {},
): Promise<StaticServer> {
  let root = folder;
  const server = createServer(async (request, response) => {
    const { pathname, search } = new URL(request.url ?? '/', 'http://site');
    const inside = pathname.startsWith(base) ? pathname.slice(base.length - 1) : null;
    const body = inside === null ? null : await fileAt(root, inside);
    const headers = headersFor(body ? inside + search : '/404.html');
    const content = body ?? (await fileAt(root, '/404.html')) ?? Buffer.from('No such file.');
    const tag = `"${createHash('sha256').update(content).digest('hex').slice(0, 16)}"`;
    const known = body !== null && request.headers['if-none-match'] === tag;
    response.writeHead(known ? 304 : body ? 200 : 404, { ...headers, ETag: tag });
    response.end(known || request.method === 'HEAD' ? undefined : content);
  });
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}${base}`,
    show: (other) => {
      root = other;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** The file that an address leads to; null when there is none, or it lies outside. */
async function fileAt(root: string, pathname: string): Promise<Buffer | null> {
  const name = decodeURIComponent(pathname.endsWith('/') ? `${pathname}index.html` : pathname);
  const path = join(root, normalize(name));
  if (!path.startsWith(normalize(root) + sep)) return null;
  return readFile(path).catch(() => null);
}
