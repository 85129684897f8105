/** The pages of the built site. */
import { readdirSync } from 'node:fs';

/** Their paths: `/`, `/chapters/train/`, `/404.html`. */
export const paths = readdirSync('dist', { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => name.endsWith('.html'))
  .map((name) => `/${name.replace(/index\.html$/, '')}`);
