/**
 * What a reader downloads, in compressed bytes (brotli), read off the built site.
 *
 * A page's first load is its HTML, style sheets, scripts and islands with all that they import statically; what is
 * imported on need (Plot, the engine) counts elsewhere.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, resolve } from 'node:path';
import { brotliCompressSync } from 'node:zlib';

/** Bytes that may not be exceeded. */
export const budgets = { page: 90_000, fonts: 60_000, engine: 130_000 };

export interface PageBytes {
  page: string;
  html: number;
  css: number;
  js: number;
  /** html + css + js. */
  total: number;
}

/** The first load of every page of the site in `dist`. */
export function pageBytes(dist: string): PageBytes[] {
  return filesUnder(dist, '.html').map((file) => {
    const html = readFileSync(file, 'utf8');
    const local = (pattern: RegExp) =>
      matches(html, pattern)
        .filter((url) => url.startsWith('/'))
        .map((url) => join(dist, url));
    const css = new Set(local(/<link[^>]+rel="stylesheet"[^>]+href="([^"]+)"/g));
    const js = new Set<string>();
    for (const entry of local(
      /(?:src|component-url|renderer-url|before-hydration-url)="([^"]+\.js)"/g,
    ))
      addWithImports(entry, js);
    const sizes = { html: compressed(file), css: totalSize(css), js: totalSize(js) };
    return {
      page: `/${relative(dist, file)}`,
      ...sizes,
      total: sizes.html + sizes.css + sizes.js,
    };
  });
}

const isEmbed = ({ page }: PageBytes) => page.startsWith('/embed/');

/** Every page of the book, and of the pages for other sites only the heaviest. */
export function bookPages(dist: string): PageBytes[] {
  const pages = pageBytes(dist);
  const [heaviest] = pages.filter(isEmbed).sort((a, b) => b.total - a.total);
  const own = pages.filter((page) => !isEmbed(page));
  return [...own, ...(heaviest ? [heaviest] : [])];
}

/** Fonts are compressed files already: their bytes as they are. */
export function fontBytes(dist: string): number {
  return filesUnder(dist, '.woff2').reduce((sum, file) => sum + readFileSync(file).length, 0);
}

/** The worker with all that it needs on WebGL, the CPU fallback's own chunk left out. */
export function engineBytes(dist: string): number {
  const worker = filesUnder(dist, '.js').find((file) => /worker-[^/]*\.js$/.test(file));
  if (!worker) throw new Error(`${dist} holds no worker: build the site first`);
  const files = new Set<string>();
  addWithImports(worker, files);
  for (const chunk of dynamicImports(worker).filter((file) => /backend-webgl/.test(file)))
    addWithImports(chunk, files);
  return totalSize(files);
}

function addWithImports(file: string, found: Set<string>): void {
  if (found.has(file) || !existsSync(file)) return;
  found.add(file);
  const code = readFileSync(file, 'utf8');
  for (const specifier of matches(code, /(?:from|import)\s*["'](\.[^"']+\.js)["']/g))
    addWithImports(resolve(dirname(file), specifier), found);
}

function dynamicImports(file: string): string[] {
  return matches(readFileSync(file, 'utf8'), /import\(\s*["'`](\.[^"'`]+\.js)["'`]/g).map(
    (specifier) => resolve(dirname(file), specifier),
  );
}

const matches = (text: string, pattern: RegExp): string[] =>
  [...text.matchAll(pattern)].map((match) => match[1]);

const sizes = new Map<string, number>();

/** Pages share most of their files: each is compressed once. */
function compressed(file: string): number {
  const size = sizes.get(file) ?? brotliCompressSync(readFileSync(file)).length;
  sizes.set(file, size);
  return size;
}

const totalSize = (files: Set<string>): number =>
  [...files].filter((file) => existsSync(file)).reduce((sum, file) => sum + compressed(file), 0);

function filesUnder(folder: string, ending: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name.split(/[\\/]/).join(posix.sep)));
}
