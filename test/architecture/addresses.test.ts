/** Addresses in the sources: own ones go through `href`, so that a base path changes nothing; foreign ones are well formed. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const under = (folder: string, ending: RegExp): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => ending.test(name))
    .map((name) => join(folder, name));

const sources = [...under('src', /\.(ts|tsx|astro)$/), ...under('content', /\.mdx$/)];
const prose = [...sources, ...under('content', /\.yaml$/)];

/** Hosts that the book links to. A new one is added by hand, once it has been looked at. */
const hosts = [
  'arxiv.org',
  'doi.org',
  'github.com',
  'jalammar.github.io',
  'jmlr.org',
  'openreview.net',
  'pytorch.org',
  'www.lesswrong.com',
];

/** Names of formats and stand-ins for the site's own address. */
const names = /^http:\/\/(www\.w3\.org|localhost|site)/;

/** Every match of a pattern, with its file. */
const found = (files: string[], pattern: RegExp): string[] =>
  files.flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(pattern)].map(([match]) => `${file}: ${match}`),
  );

test('no address is given from the root: it would miss the base path', () => {
  expect(found(sources, /(?:href|src|action|srcset)=["']\/[^"']*["']/g)).toEqual([]);
  expect(found(sources, /(?:fetch|register|import)\(\s*["'`]\/[^"'`]*["'`]/g)).toEqual([]);
  expect(found(sources, /\]\(\/[^)]*\)/g)).toEqual([]);
});

test('links to other sites are https, well formed, and lead to hosts that are known', () => {
  const links = found(prose, /https?:\/\/[^\s'"`<>)\\]+/g)
    .map((line) => line.split(': '))
    .filter(([, address]) => !names.test(address!));
  expect(links.length).toBeGreaterThan(hosts.length);
  const faulty = links.filter(([, address]) => {
    const { protocol, hostname } = new URL(address!);
    return protocol !== 'https:' || !hosts.includes(hostname);
  });
  expect(faulty).toEqual([]);
});
