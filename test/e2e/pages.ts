/** The pages of the built site. */
import { readdirSync, readFileSync } from 'node:fs';

const site = 'dist';

const built = readdirSync(site, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.html'))
  .map((name) => `/${name.replace(/index\.html$/, '')}`);

/** Widgets on pages of their own: `/embed/heads/`. */
export const embeds = built.filter((path) => path.startsWith('/embed/'));

/** The paths of all others: `/`, `/chapters/train/`, `/404.html`. */
export const paths = built.filter((path) => !embeds.includes(path));

/** Shows every state of every control, loading too, and is in no list. */
export const gallery = '/gallery/';

/** A page as it was built. */
export function htmlOf(path: string): string {
  return readFileSync(`${site}${path.endsWith('/') ? `${path}index.html` : path}`, 'utf8');
}

/** The list of pages that search engines are given. */
export const sitemap = readFileSync(`${site}/sitemap-0.xml`, 'utf8');
