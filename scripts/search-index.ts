/**
 * Builds the full-text index of the built site: dist/pagefind.
 *
 *   npm run search [-- FOLDER]
 *
 * Only the prose of pages that ask for it (`data-pagefind-body`) is indexed, and of a widget its title and its sentence of
 * instruction. Of Pagefind's files only those that a search needs are written: the book has its own window for it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { close, createIndex } from 'pagefind';

const site = process.argv[2] ?? 'dist';

/** What stands on a page and is not prose. */
const excludeSelectors = [
  '.widget > :not(header)',
  '.lab',
  '.check button',
  '.check [role="status"]',
  '.marks',
  '.open .n',
  '.cell',
  '.eq',
  '.insp',
  '.reader-bar',
  '.turn',
  '.inside',
  '.status',
  '.scroll',
  '.katex-html',
  '.katex-mathml annotation',
];

/** Files of a search, as opposed to Pagefind's own pages and windows. */
const needed =
  /^(pagefind(-worker)?\.js|pagefind-entry\.json|.*\.pf_(meta|index|fragment)|wasm\.en-gb\.pagefind)$/;

const { index, errors } = await createIndex({ excludeSelectors });
if (!index) throw new Error(errors.join('\n'));
const added = await index.addDirectory({ path: site });
const { files } = await index.getFiles();
const written = files.filter(({ path }) => needed.test(path));
for (const { path, content } of written) {
  const target = join(site, 'pagefind', path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, content);
}
await close();
const failures = [...errors, ...added.errors];
if (failures.length > 0) throw new Error(failures.join('\n'));
const bytes = written.reduce((sum, { content }) => sum + content.length, 0);
console.log(`${site}/pagefind: ${written.length} files, ${Math.round(bytes / 1000)} KB`);
