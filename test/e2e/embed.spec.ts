/** Widgets on pages of their own, and links that hide parts of a page. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseHTML } from 'linkedom';
import { awake, expect, test } from './kept-page.ts';
import { watchFaults } from './page-faults.ts';
import { embeds, htmlOf, paths, sitemap } from './pages.ts';

const documentOf = (path: string) => parseHTML(htmlOf(path)).document;
const pages = new Map(paths.map((path) => [path, documentOf(path)]));

/** The island of a widget: what wakes, with what it is given and what stands in its place until then. */
function islandIn(page: Document, widget: string) {
  const found = page.querySelector(`[data-widget="${widget}"]`)?.closest('astro-island');
  const given = ['component-url', 'component-export', 'props', 'client'];
  return found && [...given.map((name) => found.getAttribute(name)), found.textContent];
}

test('every widget of the book has a page of its own', () => {
  const inBook = [...pages.values()].flatMap(
    (page) =>
    [...page.querySelectorAll('astro-island [data-widget]')].map((one) => one.getAttribute('data-widget')!), // prettier-ignore
  );
  const ofProof = ['parity', 'speed'];
  const expected = inBook
    .filter((name) => !ofProof.includes(name))
    .map((name) => `/embed/${name}/`);
  expect([...embeds].sort()).toEqual([...new Set(expected)].sort());
});

test('it is the very widget of its chapter, and leads there', () => {
  for (const path of embeds) {
    const widget = path.split('/')[2]!;
    const page = documentOf(path);
    const from = page.querySelector('.embed-from a')!.getAttribute('href')!;
    const [pathname, id] = from.split('#');
    expect.soft(pathname + (id ? `#${id}` : ''), path).toMatch(/^\//);
    const chapter = pages.get(pathname!)!;
    if (id) expect.soft(chapter.getElementById(id), from).not.toBeNull();
    expect.soft(islandIn(page, widget), path).toEqual(islandIn(chapter, widget));
    const heading = page.querySelector(`[data-widget="${widget}"] :is(h2, h3)`);
    if (heading) expect.soft(page.title).toBe(`${heading.textContent} · Four Equations`);
    expect.soft(page.querySelectorAll('h1'), path).toHaveLength(1);
    expect.soft(page.querySelector('.head, .foot, nav.turn, details.embed'), path).toBeNull();
  }
});

test('it is in no list of pages, and under the same policy', () => {
  for (const path of embeds) {
    expect.soft(sitemap).not.toContain(path);
    const html = htmlOf(path);
    expect.soft(html).toContain('<meta name="robots" content="noindex"');
    expect.soft(html).not.toContain('data-pagefind-body');
    const policy = html.match(/http-equiv="content-security-policy" content="([^"]*)/)![1]!;
    expect.soft(policy).toContain("default-src 'none'");
    expect.soft(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  }
});

test('it works in a frame of another site, with the picture and the parts that its address names', async ({
  browser,
  baseURL,
}) => {
  const page = await browser.newPage();
  const { complaints } = await watchFaults(page, baseURL!);
  const line = `<iframe src="${baseURL}/embed/heads/?image=sneaker&hide=tables" width="360" height="900"></iframe>`;
  const school = createServer((_, response) =>
    response.setHeader('Content-Type', 'text/html').end(`<!doctype html><title>A</title>${line}`),
  );
  await new Promise<void>((ready) => void school.listen(0, '127.0.0.1', ready));
  await page.goto(`http://127.0.0.1:${(school.address() as AddressInfo).port}/`);
  const frame = page.frameLocator('iframe');
  const widget = frame.locator('[data-widget="heads"]');
  await expect(widget).toHaveAttribute('data-state', 'ready');
  await expect(frame.locator('.reader-name')).toHaveText(/sneaker/i);
  await expect(widget.locator('.numbers')).toBeHidden();
  const { width, scrolled } = await widget.evaluate(() => ({
    width: innerWidth,
    scrolled: document.documentElement.scrollWidth,
  }));
  expect(scrolled).toBe(width);
  expect(complaints.filter((text) => !text.includes('404'))).toEqual([]);
  await page.close();
  school.close();
});

test('a widget’s line names its page, the settings of the address and the height it has', async ({
  page,
}) => {
  const widget = await awake(page, '/chapters/many-heads/', 'attention-cost');
  const line = page.locator('[data-place="attention-cost"] > .embed');
  await page.evaluate(() => history.replaceState(null, '', '?image=coffee&hide=code'));
  await line.getByText('Embed', { exact: true }).click();
  const code = line.locator('code');
  await expect(code).toContainText('/embed/attention-cost/?image=coffee" title="What attention costs, from Four Equations"'); // prettier-ignore
  const height = Number((await code.textContent())!.match(/height="(\d+)"/)![1]);
  const { height: own } = (await widget.boundingBox())!;
  expect(height - own).toBeGreaterThan(40);
  expect(height - own).toBeLessThan(100);
});

test('a chapter makes a link, and the link hides what was chosen before any script of the site runs', async ({
  page,
  browser,
  baseURL,
}) => {
  await awake(page, '/chapters/many-heads/', 'heads-check');
  const sheet = page.locator('.worksheet');
  await sheet.locator('summary').click();
  await sheet.getByLabel('code', { exact: true }).check();
  await sheet.getByLabel('the answers of “Check yourself”').check();
  await sheet.getByLabel('Heads side by side').check();
  const link = await sheet.locator('code').textContent();
  expect(link).toMatch(/\/chapters\/many-heads\/(\?.*&|\?)hide=answers,code,widget:heads$/);

  const still = await browser.newPage();
  await still.route(/\.js$/, (route) => route.abort());
  await still.goto(`${baseURL}/chapters/many-heads/?hide=answers,code,widget:heads`);
  const hidden = ['.cell', '.check .answer', '[data-widget="heads"]', '[data-place="heads"]'];
  for (const selector of hidden) await expect(still.locator(selector).first()).toBeHidden();
  await expect(still.locator('.check .question').first()).toBeVisible();
  await expect(still.getByText('Parts of this page are hidden by its link.')).toBeVisible();
  await still.close();
});

test('what a link hides can be shown again, and words that hide nothing are told', async ({
  page,
}) => {
  await page.goto('/chapters/many-heads/?image=coffee&hide=code,solutions,widget:lab');
  await expect(page.locator('.cell').first()).toBeHidden();
  const note = page.locator('.hidden-note');
  await expect(note).toContainText('“solutions” and “widget:lab”');
  await note.getByRole('link', { name: 'Show everything' }).click();
  await expect(page.locator('.cell').first()).toBeVisible();
  await expect(note).toBeHidden();
  expect(new URL(page.url()).search).toBe('?image=coffee');
});
