import { defineConfig } from '@playwright/test';
import { chromiumFlags, findChromium } from './scripts/find-browser.ts';

const port = Number(process.env.E2E_PORT ?? 4329);

/** End-to-end tests of the built site: `npm run build` first. */
export default defineConfig({
  testDir: 'test/e2e',
  workers: 2,
  timeout: 120_000,
  // A busy machine may lose a race; what then passes alone is named as flaky at the end.
  retries: 1,
  forbidOnly: !!process.env.CI,
  use: {
    // The copy for offline would answer in the server's place: offline.spec.ts has it, the others do without.
    serviceWorkers: 'block',
    baseURL: `http://localhost:${port}`,
    launchOptions: { executablePath: findChromium(), args: chromiumFlags },
  },
  projects: [
    { name: 'pages', grepInvert: /@timed/ },
    // What is measured in milliseconds wants the machine to itself: `npm run test:timed`.
    { name: 'timed', grep: /@timed/, workers: 1, retries: 0 },
  ],
  webServer: {
    command: `astro preview --ignore-lock --port ${port}`,
    url: `http://localhost:${port}/`,
    reuseExistingServer: false,
  },
});
