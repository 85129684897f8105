/**
 * What works in which browser: `npm run build && npm run browsers -- --json content/browsers.json`.
 *
 * Drives Chromium and Firefox (Debian's `firefox-esr`) through the built site by WebDriver BiDi, each with a profile of its
 * own, and does what a reader does; once more in a private window, and once where a site may store nothing. A browser that
 * is not installed is left out; those that nobody tried are told on /proof.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, release, tmpdir, type as system } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { launch, type Browser, type Page } from 'puppeteer-core';
import type { BrowserRecord, BrowsersRecord } from '../src/lib/io/proof-records.ts';
import { serveSite } from './built-site.ts';
import { chromiumFlags } from './find-browser.ts';

const patience = 180_000;

const afterReload = 'its run is found after a reload';

/** What is tried; each answers with what it saw, in words. */
const trials: Record<string, (page: Page, site: string) => Promise<string>> = {
  async 'a picture goes all the way'(page, site) {
    await page.goto(site);
    return computed(page, 'all-the-way');
  },
  async 'a picture is cut into patches'(page, site) {
    await page.goto(`${site}/chapters/patch-embedding/`);
    return computed(page, 'patch-cutter');
  },
  async 'the heads of a trained model'(page, site) {
    await page.goto(`${site}/chapters/many-heads/`);
    return computed(page, 'heads');
  },
  async 'a tiny ViT trains'(page, site) {
    await page.goto(`${site}/chapters/train/?totalSteps=200`);
    await press(page, 'Train');
    const taken = await stepsTaken(page, 10);
    await press(page, 'Pause');
    await inState(page, 'lab', 'ready');
    return `${taken} steps, ${await backendOf(page, 'lab')}`;
  },
  async 'its run is listed, and where it is kept is said'(page) {
    await until(async () => (await page.$$('.runs tbody')).length > 0);
    const status = await page.$eval('.lab .status', ({ textContent }) => textContent ?? '');
    return /kept[^·]*?(?=,? at step)/.exec(status)?.[0] ?? status;
  },
  async [afterReload](page) {
    const before = await stepsTaken(page, 1);
    await page.reload();
    await stepsTaken(page, before);
    return `at step ${before}`;
  },
  async 'every stage equals PyTorch’s'(page, site) {
    await page.goto(`${site}/proof/`);
    await page.waitForSelector('[data-widget="parity"] button');
    const asked = () => state(page, 'parity').then((now) => now !== 'poster');
    await until(async () => {
      await press(page, 'Check on this device');
      return asked();
    });
    await inState(page, 'parity', 'ready');
    const worst = await page.$$eval('[data-widget="parity"] tbody tr', (rows) =>
      rows.map((row) =>
        Math.max(
          ...[...row.querySelectorAll('td')]
            .slice(-2)
            .map(({ textContent }) => Number(textContent.replace('−', '-')))
            .filter(Number.isFinite),
        ),
      ),
    );
    const largest = Math.max(...worst.filter(Number.isFinite));
    return `largest error ${largest.toExponential(1)}, ${await backendOf(page, 'parity')}`;
  },
};

const select = (widget: string) => `[data-widget="${widget}"]`;
const attribute = (page: Page, widget: string, name: string) =>
  page.$eval(select(widget), (element, name) => element.getAttribute(name), name);
const state = (page: Page, widget: string) => attribute(page, widget, 'data-state');
const backendOf = (page: Page, widget: string) => attribute(page, widget, 'data-backend');

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + patience;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error(`not within ${patience / 1000} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

async function inState(page: Page, widget: string, wanted: string): Promise<void> {
  await page.waitForSelector(select(widget));
  await page.$eval(select(widget), (element) => element.scrollIntoView());
  await until(async () => {
    const now = await state(page, widget);
    if (now === 'failed') throw new Error((await page.$eval(select(widget), (element) => element.querySelector('.status')?.textContent ?? 'failed'))); // prettier-ignore
    return now === wanted;
  });
}

async function computed(page: Page, widget: string): Promise<string> {
  await inState(page, widget, 'ready');
  return (await backendOf(page, widget)) ?? 'drawn';
}

async function press(page: Page, name: string): Promise<void> {
  const button = (await page.waitForSelector(`::-p-aria([name="${name}"][role="button"])`))!;
  await until(() => button.evaluate((element) => !(element as HTMLButtonElement).disabled));
  await button.click();
}

async function stepsTaken(page: Page, least: number): Promise<number> {
  const read = () =>
    page.$eval('[data-metric="step"]', ({ textContent }) => Number(textContent)).catch(() => 0);
  await until(async () => (await read()) >= least);
  return read();
}

/** A browser's complaint without its list of reasons. */
const firstClause = (text: string) =>
  text.replace(/^Error: /, '').split(/ because | \(script-src/)[0]!;

async function tried({ name, keeps }: Way, browser: Browser, site: string): Promise<BrowserRecord> {
  const page = await browser.newPage();
  const complaints = new Set<string>();
  page.on('pageerror', (error) => complaints.add(firstClause(String(error))));
  const results: BrowserRecord['results'] = [];
  for (const [promise, trial] of Object.entries(trials)) {
    if (promise === afterReload && !keeps) continue;
    console.error(`${name}: ${promise}`);
    try {
      results.push({ promise, works: true, seen: await trial(page, site) });
    } catch (error) {
      results.push({ promise, works: false, seen: (error as Error).message });
    }
  }
  results.push({
    promise: 'no uncaught error',
    works: complaints.size === 0,
    seen: [...complaints].join('; ') || 'none',
  });
  return { name, version: await browser.version(), results };
}

/** A browser, and how it is started. */
interface Way {
  name: string;
  /** Whether it keeps what a site stores for as long as it is open. */
  keeps: boolean;
  start: () => Promise<Browser>;
}

const found = (program: string) =>
  spawnSync('which', [program], { encoding: 'utf8' }).stdout.trim();

/** Chromium reads from its profile what a site may store. */
function refusingProfile(folder: string): string {
  mkdirSync(join(folder, 'Default'));
  const profile = { default_content_setting_values: { cookies: 2 } };
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify({ profile }));
  return folder;
}

function ways(folder: string): Way[] {
  const [chromium, firefox] = ['chromium', 'firefox-esr'].map(found);
  const inChromium = (more: string[], userDataDir?: string) => () =>
    launch({ executablePath: chromium, args: [...chromiumFlags, ...more], userDataDir });
  const inFirefox = (extraPrefsFirefox: Record<string, unknown>) => () =>
    launch({ browser: 'firefox', executablePath: firefox, extraPrefsFirefox });
  const ofChromium: Way[] = [
    { name: 'Chromium', keeps: true, start: inChromium([]) },
    { name: 'Chromium, incognito', keeps: true, start: inChromium(['--incognito']) },
    { name: 'Chromium, nothing stored', keeps: false, start: inChromium([], refusingProfile(folder)) }, // prettier-ignore
  ];
  const privately = { 'browser.privatebrowsing.autostart': true };
  const refusing = { 'network.cookie.cookieBehavior': 2 };
  const ofFirefox: Way[] = [
    { name: 'Firefox', keeps: true, start: inFirefox({}) },
    { name: 'Firefox, private window', keeps: true, start: inFirefox(privately) },
    { name: 'Firefox, nothing stored', keeps: false, start: inFirefox(refusing) },
  ];
  return [...(chromium ? ofChromium : []), ...(firefox ? ofFirefox : [])];
}

const { values } = parseArgs({ options: { json: { type: 'string' } } });
const server = await serveSite();
const folder = mkdtempSync(join(tmpdir(), 'four-equations-'));
const record: BrowsersRecord = {
  recorded: {
    command: 'npm run browsers',
    date: new Date().toISOString().slice(0, 10),
    machine: `${cpus().length} cores, ${cpus()[0]!.model}, no GPU, ${system()} ${release().split('-')[0]}`,
  },
  browsers: [],
};
try {
  for (const way of ways(folder)) {
    const browser = await way.start();
    try {
      record.browsers.push(await tried(way, browser, server.origin));
    } finally {
      await browser.close();
    }
  }
} finally {
  server.close();
  rmSync(folder, { recursive: true, force: true });
}
for (const { name, version, results } of record.browsers)
  for (const { promise, works, seen } of results)
    console.log(`${name} (${version}): ${promise}: ${works ? 'yes' : 'NO'}, ${seen}`);
if (values.json) writeFileSync(values.json, `${JSON.stringify(record, null, 2)}\n`);
