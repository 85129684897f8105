import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumFlags, findChromium } from './scripts/find-browser.ts';

/** One copy of TensorFlow.js: the packages' main entries bundle their own core, `dist/index.js` shares it. */
const alias = [
  {
    find: /^@tensorflow\/(tfjs-core|tfjs-backend-cpu)$/,
    replacement: '@tensorflow/$1/dist/index.js',
  },
];

const oxc = { jsx: { runtime: 'automatic' as const, importSource: 'preact' } };

export default defineConfig({
  resolve: { alias },
  test: {
    projects: [
      {
        extends: true,
        oxc,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['test/{architecture,lib,components,scripts}/**/*.test.{ts,tsx}'],
          server: { deps: { inline: [/@tensorflow/] } },
        },
      },
      {
        extends: true,
        oxc,
        optimizeDeps: { noDiscovery: false },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.{ts,tsx}'],
          fileParallelism: false,
          testTimeout: 120_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            instances: [{ browser: 'chromium' }],
            provider: playwright({
              launchOptions: { executablePath: findChromium(), args: chromiumFlags },
            }),
          },
        },
      },
    ],
  },
});
