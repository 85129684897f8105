/**
 * Lighthouse on every page of the built site: accessibility, best practices and search engines must reach 100.
 *
 *   npm run lighthouse [-- PATH …]
 *
 * By hand, after `npm run build`: it takes about half a minute a page. Performance is told and not asked for: it is that of
 * this machine, without a GPU.
 */
import { spawn } from 'node:child_process';
import lighthouse from 'lighthouse';
import { chromium } from 'playwright';
import { paths } from '../test/e2e/pages.ts';
import { chromiumFlags, ensureChromium } from './find-browser.ts';

const port = Number(process.env.LIGHTHOUSE_PORT ?? 4330);
const debugging = port + 1;
const asked = ['accessibility', 'best-practices', 'seo'];
const categories = ['performance', ...asked];

/** Pages that are no part of the book on purpose: a page that is not there, and one that search engines are kept from. */
const unlisted = ['/404.html', '/gallery/'];

interface Node {
  snippet?: string;
}

async function audit(path: string): Promise<boolean> {
  const url = `http://localhost:${port}${path}`;
  const result = await lighthouse(url, {
    port: debugging,
    onlyCategories: categories,
    logLevel: 'error',
  });
  if (!result) throw new Error(`Lighthouse had no answer for ${path}`);
  const { lhr } = result;
  const scores = categories.map((name) => Math.round(100 * (lhr.categories[name]?.score ?? 0)));
  console.log(`${path}: ${categories.map((name, i) => `${name} ${scores[i]}`).join(', ')}`);
  const failed = asked
    .filter((name) => !(name === 'seo' && unlisted.includes(path)))
    .flatMap((name) => lhr.categories[name]!.auditRefs)
    .map(({ id, weight }) => ({ weight, ...lhr.audits[id]! }))
    .filter(({ weight, score }) => weight > 0 && score !== null && score < 1);
  for (const { id, title, details } of failed) {
    console.log(`  ${id}: ${title}`);
    for (const place of placesIn(details)) console.log(`    ${place}`);
  }
  return failed.length === 0;
}

/** The elements that an audit complains of, as markup. */
function placesIn(details: { type: string } | undefined): string[] {
  const items = details && 'items' in details ? (details.items as { node?: Node }[]) : [];
  return items.flatMap(({ node }) => (node?.snippet ? [node.snippet] : []));
}

const server = spawn('astro', ['preview', '--ignore-lock', '--port', String(port)]);
await new Promise((resolve) => server.stdout.once('data', resolve));
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: [...chromiumFlags, `--remote-debugging-port=${debugging}`],
});
try {
  const wanted = process.argv.slice(2);
  for (const path of wanted.length > 0 ? wanted : paths)
    if (!(await audit(path))) process.exitCode = 1;
} finally {
  await browser.close();
  server.kill();
}
