/**
 * Finds a Chromium for the browser tests, or installs one.
 *
 * Order: CHROMIUM_PATH or CHROME_PATH, an installed browser, Playwright's own copy; `installChromium` then tries
 * Playwright's download and, as root on Debian, apt.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from 'playwright';

/** Software WebGL that needs no GPU, pages painted without it (a third of a test's time), and no traffic to anyone. */
export const chromiumFlags = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--disable-gpu-rasterization',
  '--disable-gpu-compositing',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** The shell first: the same engine without windows around its pages, a fifth quicker here. */
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];
const fixedPlaces = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The path of a browser that can be started, or undefined. */
export function findChromium(): string | undefined {
  const { CHROMIUM_PATH, CHROME_PATH, PATH = '' } = process.env;
  const onPath = PATH.split(delimiter).flatMap((folder) => names.map((name) => join(folder, name)));
  const candidates = [CHROMIUM_PATH, CHROME_PATH, ...onPath, ...fixedPlaces, bundled()];
  return candidates.find((path) => path !== undefined && isExecutable(path));
}

/** As `findChromium`, but installs a browser where there is none; throws when that fails too. */
export function ensureChromium(): string {
  const found = findChromium();
  if (found) return found;
  console.log('No Chromium found: installing one.');
  if (spawnSync('npx', ['playwright', 'install', '--with-deps', 'chromium'], inherit).status !== 0)
    installWithApt();
  const installed = findChromium();
  if (!installed)
    throw new Error('No Chromium could be installed: set CHROMIUM_PATH to a Chromium or Chrome.');
  return installed;
}

const inherit = { stdio: 'inherit' } as const;

function installWithApt(): void {
  if (process.getuid?.() !== 0) return;
  execFileSync('apt-get', ['update'], inherit);
  const install = ['install', '-y', '--no-install-recommends'];
  if (spawnSync('apt-get', [...install, 'chromium-headless-shell'], inherit).status !== 0)
    execFileSync('apt-get', [...install, 'chromium'], inherit);
}

function bundled(): string | undefined {
  try {
    return chromium.executablePath();
  } catch {
    return undefined;
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
