/** The pages of the built site. */
import { readdirSync, readFileSync } from 'node:fs';

const site = 'dist';

/** Their paths: `/`, `/chapters/train/`, `/404.html`. */
export const paths = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.html'))
  .map((name) => `/${name.replace(/index\.html$/, '')}`);

/** Shows every state of every control, loading too, and is in no list. */
export const gallery = '/gallery/';

/** A page as it was built. */
export function htmlOf(path: string): string {
  return readFileSync(`${site}${path.endsWith('/') ? `${path}index.html` : path}`, 'utf8');
}

/** The list of pages that search engines are given. */
export const sitemap = readFileSync(`${site}/sitemap-0.xml`, 'utf8');
